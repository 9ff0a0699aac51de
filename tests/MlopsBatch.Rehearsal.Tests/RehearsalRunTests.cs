using System.Text.Json.Nodes;
using MlopsBatch.Rehearsal.Accounts;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Tests;

/// <summary>Whole rehearsals with the real scripts.</summary>
public sealed class RehearsalRunTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task The_loop_closes_and_the_same_seed_gives_the_same_metrics()
    {
        var first = await RunAsync(TestOptions.In(_folder));
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
                "training Succeeded 3: schedule, with training-data.csv",
                "batch-inference Succeeded 1: schedule, with clean.csv",
            ]);
        first.Loop.Keys.ShouldBe(Enumerable.Range(1, 10).Select(number => $"L{number}"), ignoreOrder: true);
        first.Notifications.Select(mail => mail.To).Distinct().ShouldBe(["ds@example.com", "ops@example.com"], ignoreOrder: true);
        first.Executions[3].Violations.ShouldNotBeEmpty();
        first.ModelPackages.Select(version => version.Source).ShouldBe(["training", "training-with-hpo", "training"]);
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

        var second = await RunAsync(TestOptions.In(_folder));
        second.Executions.Select(execution => execution.Metrics).ShouldBe(first.Executions.Select(execution => execution.Metrics));
        second
            .ModelPackages.Select(version => version.Hyperparameters)
            .ShouldBe(first.ModelPackages.Select(version => version.Hyperparameters));
    }

    [Theory]
    [InlineData(AccountForm.Split, "staging", "prod")]
    [InlineData(AccountForm.SharedRegistry, "staging", "prod")]
    public async Task The_loop_closes_across_accounts(AccountForm form, params string[] scoring)
    {
        var report = await RunAsync(TestOptions.In(_folder) with { Accounts = form });
        report.Checks.Where(check => !check.Passed).ShouldBeEmpty();
        report.Loop.Keys.ShouldBe(Enumerable.Range(1, 10).Select(number => $"L{number}"), ignoreOrder: true);
        report
            .Executions.Where(execution => execution.Pipeline == "batch-inference")
            .Select(execution => execution.Account!)
            .Distinct()
            .ShouldBe(scoring, ignoreOrder: true);
        // Staging's violation starts nothing, production's starts the one tuning.
        report.Executions.Count(execution => execution.Pipeline == "training-with-hpo").ShouldBe(1);
    }

    [Fact]
    public async Task One_chapter_is_played_with_what_it_needs_and_no_more()
    {
        var report = await RunAsync(TestOptions.In(_folder) with { Only = "crash" });
        report.Outcome.ShouldBe(RehearsalRun.Passed);
        report
            .Executions.Select(execution => execution.Trigger)
            .ShouldBe(["arrival of training-data.csv", "arrival of broken.csv"]);
        report.Loop.Keys.ShouldBe(["L1", "L2", "L3", "L4", "L5", "L8", "L10"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_own_batch_keeps_its_name_up_to_the_schedule()
    {
        const string Name = "dt=2026-11-20 greeting+file (2) 100%, ä.csv";
        static string Lines(int from, int count, Func<int, string> line) =>
            string.Concat(Enumerable.Range(from, count).Select(i => line(i) + "\n"));
        static string Features(int i) => $"{i % 17},{i % 23}";
        static string Target(int i) => $"{(3 * (i % 17)) + (i % 23)}";
        var report = await RunAsync(
            TestOptions.In(_folder) with
            {
                TrainingData = _folder.File("train.csv", Lines(0, 300, i => $"{Features(i)},{Target(i)}")),
                InferenceData = _folder.File(Name, Lines(300, 120, Features)),
                GroundTruth = _folder.File("truth.csv", Lines(300, 120, Target)),
                Only = "night",
            }
        );
        report.Checks.Where(check => !check.Passed).ShouldBeEmpty();
        report
            .Executions.Where(execution => execution.Pipeline == "batch-inference")
            .Select(execution => execution.Trigger)
            .ShouldContain($"schedule, with {Name}");
    }

    [Fact]
    public async Task A_model_that_is_not_good_enough_ends_the_rehearsal_as_failed()
    {
        var report = await RunAsync(TestOptions.In(_folder) with { Threshold = 1 });
        report.Outcome.ShouldBe("failed");
        var training = report.Executions.ShouldHaveSingleItem();
        training.Status.ShouldBe("Failed");
        training.FailureReason.ShouldNotBeNull().ShouldStartWith("MetricBelowThreshold: ");
        report.ModelPackages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_header_that_was_not_announced_is_named_before_anything_runs()
    {
        var csv = _folder.File(
            "train.csv",
            string.Concat("height,weight,price\n", string.Concat(Enumerable.Range(1, 60).Select(i => $"{i},{i * 2},{i * 3}\n")))
        );
        var fault = await Should.ThrowAsync<RehearsalException>(() => RunAsync(TestOptions.In(_folder) with { TrainingData = csv }));
        fault.Message.ShouldContain("header");
        fault.Message.ShouldContain("train.csv");
    }

    [Fact]
    public async Task Cancelling_leaves_no_step_running_and_the_next_rehearsal_can_start()
    {
        using var cancellation = new CancellationTokenSource();
        var options = TestOptions.In(_folder);
        var progress = new CancelAtFirstStep(cancellation);
        var earlier = Path.Combine(options.Output.FullName, RehearsalRun.ReportFile);
        options.Output.Create();
        File.WriteAllText(earlier, "the verdict of an earlier run");
        await Should.ThrowAsync<OperationCanceledException>(() =>
            new RehearsalRun(options, progress, TimeProvider.System).RunAsync(cancellation.Token)
        );
        Directory.Exists(Path.Combine(options.Output.FullName, "cloud")).ShouldBeFalse();
        File.Exists(earlier).ShouldBeFalse();
        using var next = WorkFolder.Open(options);
        next.Path.ShouldNotBeNull();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What the deploy jobs told, each as its kind and the versions before and now.</summary>
    /// <summary>
    /// What changed. An event that is delivered twice may run GitLab once or twice, as two instances of the function happen to know
    /// of each other or not; the second run finds the version there, and is left out.
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

    private static Task<RehearsalReport> RunAsync(RehearsalOptions options) =>
        new RehearsalRun(options, new PlainProgress(TextWriter.Null, TimeProvider.System), TimeProvider.System).RunAsync(
            CancellationToken.None
        );

    private sealed class CancelAtFirstStep(CancellationTokenSource cancellation) : IRehearsalProgress
    {
        public void Say(string text) { }

        public void ExecutionStarted(string id, string pipeline, string trigger) { }

        public void StepChanged(string id, StepReport step)
        {
            if (step.Status == "Executing")
            {
                cancellation.CancelAfter(TimeSpan.FromMilliseconds(50));
            }
        }

        public void ExecutionEnded(ExecutionReport execution) { }
    }
}
