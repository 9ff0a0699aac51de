using System.CommandLine;
using System.Text.Json.Nodes;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Cli.Tests;

/// <summary>What <c>check</c> says beside pass and fail: what it looked at, and what it can't see.</summary>
public sealed class CheckEvidenceTests
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    [Fact]
    public async Task Each_row_has_its_evidence_for_machines()
    {
        (await RunAsync("check", "-s", "dev", "--json")).ShouldBe(0, _error.ToString());
        var view = JsonNode.Parse(_out.ToString())!;
        foreach (var row in view["security"]!.AsArray().Where(row => row!["outcome"]!.ToString() is "pass" or "waived"))
        {
            row!["evidence"]!.AsArray().ShouldNotBeEmpty(row["row"]!.ToString());
        }

        var evidence = view["security"]!.AsArray().SelectMany(row => row!["evidence"]!.AsArray()).ToList();
        evidence.ShouldAllBe(one => one!["urn"]!.ToString().StartsWith("urn:pulumi:dev::mlops-batch::"));
        // Of limits the count.
        var rules = view["limits"]!.AsArray().Single(row => row!["row"]!.ToString() == "rules")!["evidence"]!.AsArray();
        rules.ShouldContain(one => one!["resource"]!.ToString() == "bus default" && one["because"]!.ToString().EndsWith(" rules"));
        // Of what is let in: who, what, where, and the statement.
        var alarm = evidence.First(one => one!["resource"]!.ToString() == "notifications-errors")!;
        alarm["isMet"]!.GetValue<bool>().ShouldBeTrue();
        alarm["because"]!
            .ToString()
            .ShouldStartWith(
                "cloudwatch.amazonaws.com may sns:Publish on arn:aws:sns:eu-west-1:111122223333:mlops-batch-dev-operations: Allowed by "
            );
    }

    [Fact]
    public async Task It_says_what_it_cannot_see()
    {
        (await RunAsync("check", "-s", "prod", "--json")).ShouldBe(0, _error.ToString());
        var unseen = JsonNode.Parse(_out.ToString())!["unseen"]!.AsArray();
        unseen.ShouldAllBe(one => one!["what"]!.ToString() != "" && one["means"]!.ToString() != "" && one["see"]!.ToString() != "");
        unseen.ShouldContain(one => one!["what"]!.ToString().Contains("SCPs"));
        // The registry's bucket, key and bus are another account's.
        unseen.ShouldContain(one => one!["what"]!.ToString().Contains("example-mlops-dev"));
        _out.GetStringBuilder().Clear();
        (await RunAsync("check", "-s", "prod")).ShouldBe(0);
        _out.ToString().Split('\n').Count(line => line.StartsWith("unseen ")).ShouldBe(unseen.Count);
    }

    private Task<int> RunAsync(params string[] arguments)
    {
        var context = CliContext.Create(_out, _error, redirected: true, _ => null) with { ProjectRoot = Repository.Root };
        return CommandRun.RunAsync(context, new RootCommand("x") { CheckCommand.Create(context) }, arguments);
    }
}
