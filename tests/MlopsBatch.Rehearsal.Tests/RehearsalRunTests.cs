using System.Text.Json.Nodes;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Tests;

/// <summary>Whole rehearsals with the real scripts.</summary>
[Collection(nameof(RecordedSteps))]
public sealed class RehearsalRunTests(RecordedSteps steps) : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task The_loop_closes_and_the_same_seed_gives_the_same_metrics()
    {
        var first = await TestRehearsal.PlayAsync(TestOptions.In(_folder));
        first.Checks.Where(check => !check.Passed).ShouldBeEmpty();
        first.Outcome.ShouldBe(RehearsalRun.Passed);
        first
            .Executions.Select(execution => $"{execution.Pipeline} {execution.Status} {execution.ModelVersion}: {execution.Trigger}")
            .ShouldBe([
                "training Succeeded 1: arrival of training-data.csv",
                "batch-inference Succeeded 1: arrival of clean.csv",
                "batch-inference Succeeded 1: arrival of subtle.csv",
                "batch-inference Failed 1: arrival of drifted.csv",
                "training-with-hpo Succeeded 2: violated model quality",
                "batch-inference Failed 1: arrival of drifted-again.csv",
                "batch-inference Succeeded 2: arrival of clean-again.csv",
                "batch-inference Failed 1: arrival of broken.csv",
                "batch-inference Succeeded 1: arrival of twice.csv",
                "batch-inference Succeeded 1: arrival of twice.csv",
                "training Succeeded 4: schedule, with training-data.csv",
                "batch-inference Succeeded 1: schedule, with clean.csv",
            ]);
        first.Loop.Keys.ShouldBe(Enumerable.Range(1, 10).Select(number => $"L{number}"), ignoreOrder: true);
        first.Notifications.Select(mail => mail.To).Distinct().ShouldBe(["ds@example.com", "ops@example.com"], ignoreOrder: true);
        first.Executions[3].Violations.ShouldNotBeEmpty();
        first.ModelPackages.Select(version => version.Source).ShouldBe(["training", "training-with-hpo", "", "training"]);
        DeploymentEvents(first)
            .ShouldBe([
                "Deployed - to 1",
                "Deployed 1 to 2",
                "Rolled Back 2 to 1",
                "Rolled Back 1 to -",
                "Deployed - to 1",
                "Rolled Back 1 to -",
                "Deployed - to 1",
                "Deployment Failed 1 to -",
                "Rolled Back 1 to -",
                "Deployed - to 1",
            ]);
        Directory
            .EnumerateFileSystemEntries(TestOptions.In(_folder).Output.FullName)
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .ShouldBe([RehearsalRun.ReportFile, RehearsalRun.ReportPageFile]);

        // Training, scoring and tuning; what comes after them makes no other numbers.
        var second = await TestRehearsal.PlayAsync(TestOptions.In(_folder) with { Only = "degradation" });
        var again = second.Executions.Select(Figures).ToList();
        again.ShouldContain(figures => figures.StartsWith("training-with-hpo", StringComparison.Ordinal));
        again.ShouldBeSubsetOf(first.Executions.Select(Figures));
        second
            .ModelPackages.Select(version => version.Hyperparameters)
            .ShouldBe(first.ModelPackages.Take(2).Select(version => version.Hyperparameters));
    }

    [Fact]
    public async Task One_chapter_is_played_with_what_it_needs_and_no_more()
    {
        var report = await TestRehearsal.PlayAsync(TestOptions.In(_folder) with { Only = "crash", Records = steps.Folder });
        report.Outcome.ShouldBe(RehearsalRun.Passed);
        report
            .Executions.Select(execution => execution.Trigger)
            .ShouldBe(["arrival of training-data.csv", "arrival of broken.csv"]);
        report.Loop.Keys.ShouldBe(["L1", "L2", "L3", "L4", "L5", "L8", "L10"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_model_that_is_not_good_enough_ends_the_rehearsal_as_failed()
    {
        var report = await TestRehearsal.PlayAsync(TestOptions.In(_folder) with { Threshold = 1, Records = steps.Folder });
        report.Outcome.ShouldBe("failed");
        var training = report.Executions.ShouldHaveSingleItem();
        training.Status.ShouldBe("Failed");
        training.FailureReason.ShouldNotBeNull().ShouldStartWith("MetricBelowThreshold: ");
        report.ModelPackages.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static string Figures(ExecutionReport execution) =>
        $"{execution.Pipeline}, {execution.Trigger}: "
        + string.Join(", ", execution.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal));

    /// <summary>
    /// What the deploy jobs told, each as its kind and the versions before and now. An event that is delivered twice may run GitLab
    /// once or twice, as two instances of the function happen to know of each other or not; the second run finds the version there,
    /// and is left out.
    /// </summary>
    private static IEnumerable<string> DeploymentEvents(RehearsalReport report) =>
        report
            .Events.Where(happened => happened.DetailType.StartsWith("MlopsBatch Model ", StringComparison.Ordinal))
            .Select(happened =>
            {
                var detail = JsonNode.Parse(happened.Detail)!;
                detail["model"]!.ToString().ShouldBe("rehearsal");
                detail["stack"]!.ToString().ShouldBe("rehearsal");
                var kind = happened.DetailType["MlopsBatch Model ".Length..];
                var (before, after) = (detail["previousVersion"]?.ToString() ?? "-", detail["modelPackageVersion"]?.ToString() ?? "-");
                return (Text: $"{kind} {before} to {after}", IsChange: before != after);
            })
            .Where(happened => happened.IsChange)
            .Select(happened => happened.Text);
}
