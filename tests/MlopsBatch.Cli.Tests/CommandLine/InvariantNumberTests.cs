using System.CommandLine;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;

namespace MlopsBatch.Cli.Tests.CommandLine;

public class InvariantNumberTests
{
    [Theory]
    [InlineData("0.8", 0.8)]
    [InlineData("-1e-6", -1e-6)]
    [InlineData("10", 10.0)]
    public void A_number_is_read_with_a_point(string text, double expected) => Parse(text).Value.ShouldBe(expected);

    [Theory]
    [InlineData("0,8", "--threshold: got \"0,8\", needs a number such as 0.8; with a point: 0.8.")]
    [InlineData("1,000", "--threshold: got \"1,000\", needs a number such as 0.8; with a point: 1.000.")]
    [InlineData("much", "--threshold: got \"much\", needs a number such as 0.8.")]
    [InlineData("NaN", "--threshold: got \"NaN\", needs a number such as 0.8.")]
    [InlineData("Infinity", "--threshold: got \"Infinity\", needs a number such as 0.8.")]
    public void Anything_else_is_refused(string text, string fault) => Parse(text).Faults.ShouldBe([fault]);

    [Theory]
    [InlineData("1,5")]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("")]
    [InlineData("99999999999")]
    public void A_whole_number_is_told_in_words_and_not_by_its_type(string text)
    {
        foreach (
            var option in new Option[] { InvariantNumber.Whole("--seed", "", 0, 100, 42), InvariantNumber.Whole("--seed", "", 0, 100) }
        )
        {
            var errors = new Command("test") { option }.Parse(["--seed", text]).Errors;
            errors
                .Select(error => error.Message)
                .ShouldBe([$"--seed: got \"{text}\", needs a whole number from 0 to 100, without any mark."]);
        }
    }

    [Fact]
    public void A_whole_number_is_read_or_has_its_default()
    {
        var option = InvariantNumber.Whole("--seed", "", 0, 100, 42);
        var command = new Command("test") { option };

        command.Parse([]).GetValue(option).ShouldBe(42);
        command.Parse(["--seed", "7"]).GetValue(option).ShouldBe(7);
    }

    [Fact]
    public async Task A_rehearsal_shows_no_type_for_a_number_that_is_none()
    {
        var error = new StringWriter();
        var context = CliContext.Create(TextWriter.Null, error, redirected: true, _ => null);
        (await CommandRun.RunAsync(context, RehearseCommand.Create(context), ["--seed", "1,5"])).ShouldBe(ExitCodes.Usage);
        error.ToString().ShouldContain("--seed: got \"1,5\", needs a whole number from ");
        error.ToString().ShouldNotContain("System.");
    }

    private static (double? Value, string[] Faults) Parse(string text)
    {
        var option = InvariantNumber.Option("--threshold", "");
        var result = new Command("test") { option }.Parse([$"--threshold={text}"]);
        return (result.Errors.Count == 0 ? result.GetValue(option) : null, [.. result.Errors.Select(error => error.Message)]);
    }
}
