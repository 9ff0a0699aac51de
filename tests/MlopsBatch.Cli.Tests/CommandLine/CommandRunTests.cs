using System.CommandLine;
using System.Text.Json.Nodes;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;
using MlopsBatch.Faults;

namespace MlopsBatch.Cli.Tests.CommandLine;

public sealed class CommandRunTests
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    [Fact]
    public async Task Without_a_word_there_is_a_short_help_and_no_fault()
    {
        (await RunAsync()).ShouldBe(0);
        _out.ToString().ShouldContain("./mlops check ");
        _out.ToString().Split('\n').Length.ShouldBeLessThan(20);
        _error.ToString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("chekc", "'chekc' is no command of './mlops'; did you mean 'check'?")]
    [InlineData("check --stack dev --jsno", "'--jsno' is no option of './mlops check'; did you mean '--json'?")]
    [InlineData("check --stack dev extra", "'extra' is no argument of './mlops check'; leave it out")]
    [InlineData("check --stac dev", "'--stac' is no option of './mlops check'; did you mean '--stack'?")]
    [InlineData("check", "Option '--stack' is required, or '--all'.")]
    [InlineData("config", "Required command was not provided.")]
    public async Task A_wrong_command_line_is_one_sentence_on_standard_error(string line, string fault)
    {
        (await RunAsync(line.Split(' '))).ShouldBe(2);
        var lines = _error.ToString().TrimEnd().Split('\n');
        lines.Length.ShouldBe(2);
        lines[0].ShouldBe($"mlops: {fault}");
        lines[1].ShouldMatch("^'./mlops.* --help' shows what it takes.$");
        _out.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_and_version_are_answers()
    {
        (await RunAsync("check", "--help")).ShouldBe(0);
        _out.ToString().ShouldContain("--stack");
        (await RunAsync("--version")).ShouldBe(0);
        _error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task With_json_faults_are_json()
    {
        (await RunAsync("check", "-s", "nope", "--json")).ShouldBe(1);
        var fault = JsonNode.Parse(_out.ToString())!["faults"]![0]!;
        fault["code"]!.GetValue<string>().ShouldBe(FaultCatalogue.StackFile);
        fault["message"]!.GetValue<string>().ShouldStartWith("--stack: got \"nope\"");

        _out.GetStringBuilder().Clear();
        (await RunAsync("check", "--json")).ShouldBe(2);
        var message = JsonNode.Parse(_out.ToString())!["faults"]![0]!["message"]!.GetValue<string>();
        message.ShouldBe("Option '--stack' is required, or '--all'.");
    }

    public static TheoryData<Exception, int, string> Faults =>
        new()
        {
            { new FaultException(new Fault("MB0007", "x: got \"y\"")), 1, "MB0007 x: got \"y\"" },
            { new IOException("No space left on device"), 1, "mlops: No space left on device" },
            { new OperationCanceledException(), 130, "mlops: stopped." },
            { new InvalidOperationException("odd"), 1, "mlops: a fault of mlops itself, not of your input: odd" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_thrown_is_said_without_a_stack_trace(Exception fault, int exitCode, string text)
    {
        var command = new RootCommand();
        command.SetAction(new Func<ParseResult, int>(_ => throw fault));

        (await CommandRun.RunAsync(Context(), command)).ShouldBe(exitCode);

        _error.ToString().ShouldContain(text);
        _error.ToString().ShouldNotContain("   at ");
        _error.ToString().ShouldNotContain("Exception");
    }

    [Theory]
    [InlineData("explain")]
    [InlineData("")]
    [InlineData("--help")]
    [InlineData("exlpain --json")]
    [InlineData("check -s nope --json")]
    public async Task A_full_standard_output_is_a_sentence(string line)
    {
        using var full = new StreamWriter(new OutputStream(new FullStream())) { AutoFlush = true };
        var context = CliContext.Create(full, _error, redirected: true, _ => null);
        var root = new RootCommand("MlopsBatch.") { ExplainCommand.Create(context), CheckCommand.Create(context) };

        (await CommandRun.RunAsync(context, root, line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldBe(1);

        _error.ToString().ShouldBe("mlops: standard output can't be written to: No space left on device\n");
    }

    private Task<int> RunAsync(params string[] arguments)
    {
        var context = Context();
        return CommandRun.RunAsync(
            context,
            new RootCommand("MlopsBatch.") { CheckCommand.Create(context), ConfigCommand.Create(context) },
            arguments
        );
    }

    private CliContext Context() => CliContext.Create(_out, _error, redirected: true, _ => null);

    /// <summary>A device like /dev/full.</summary>
    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

        public override void Flush() { }
    }
}
