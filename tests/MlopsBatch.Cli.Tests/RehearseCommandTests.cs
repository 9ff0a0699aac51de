using System.Text.Json;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;

namespace MlopsBatch.Cli.Tests;

/// <summary>What <c>./mlops rehearse</c> refuses before anything runs.</summary>
public sealed class RehearseCommandTests
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    [Fact]
    public async Task Without_a_terminal_nobody_can_be_asked()
    {
        (await RunAsync("--approve", "ask")).ShouldBe(ExitCodes.Usage);
        _error.ToString().Trim().ShouldBe(
            "mlops: --approve ask: there is no terminal to ask at; leave the option out to have decisions played."
        );
        _out.ToString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task A_number_of_faults_that_is_none_is_named(string number)
    {
        (await RunAsync($"--mutate={number}")).ShouldBe(ExitCodes.Usage);
        _error.ToString().ShouldContain($"--mutate: got \"{number}\", needs a whole number above 0, or nothing for all faults.");
    }

    [Fact]
    public async Task With_json_a_fault_of_the_data_is_a_JSON_object()
    {
        (await RunAsync("--json", "--training-data", "/nowhere/train.csv")).ShouldBe(ExitCodes.Failure);
        var printed = JsonDocument.Parse(_out.ToString()).RootElement;
        printed.GetProperty("faults")[0].GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("/nowhere/train.csv");
    }

    private Task<int> RunAsync(params string[] arguments)
    {
        var context = CliContext.Create(_out, _error, redirected: true, Environment.GetEnvironmentVariable);
        return CommandRun.RunAsync(context, RehearseCommand.Create(context), arguments);
    }
}
