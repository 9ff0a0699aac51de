using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.Rehearsal.Progress;

namespace MlopsBatch.Rehearsal.Tests;

/// <summary>A rule that nothing matches is told: nobody knows whether it would work.</summary>
public sealed class DeadRuleTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_rule_that_nothing_matches_is_in_the_report_and_said()
    {
        using var said = new StringWriter();
        var options = TestOptions.In(_folder) with { Change = BlindTraining, StopsAtFailure = true };

        var report = await new RehearsalRun(options, new PlainProgress(said, TimeProvider.System), TimeProvider.System).RunAsync(
            CancellationToken.None
        );

        report.Outcome.ShouldBe("failed");
        var dead = report.DeadRules.Where(arn => arn.Contains("training", StringComparison.Ordinal)).ToList();
        dead.ShouldNotBeEmpty();
        (await File.ReadAllTextAsync(Path.Combine(options.Output.FullName, RehearsalRun.ReportPageFile))).ShouldContain(
            $"Nothing in this rehearsal matched {dead[0]}"
        );
    }

    /// <summary>The rule for training data waits for events of a source that has none.</summary>
    private static DeclaredResource? BlindTraining(DeclaredResource resource)
    {
        if (resource.Type != "aws:cloudwatch/eventRule:EventRule" || !resource.Name.Contains("training", StringComparison.Ordinal))
        {
            return resource;
        }

        var inputs = (JsonObject)resource.Inputs.DeepClone();
        inputs["eventPattern"] = """{"source":["nobody"]}""";
        return resource with { Inputs = inputs };
    }
}
