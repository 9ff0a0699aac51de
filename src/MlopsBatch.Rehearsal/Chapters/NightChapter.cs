using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.LocalCloud.Scheduler;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.Progress;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>The clock is put forward over the night, in which the schedules fire.</summary>
internal sealed class NightChapter : IChapter
{
    public const string Id = "night";

    public string Name => Id;

    public string Title => "schedules fire at night";

    public IReadOnlyList<string> Needs => [ApprovalChapter.Id];

    public IReadOnlyList<string> Rows => ["L1", "L6"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        var cloud = stage.Cloud;
        foreach (var account in cloud.Scoring)
        {
            // What a night's run scores lies there already; nothing arrives, so nothing else starts it.
            await CleanBatch.ProvideAsync(stage, account, cancellation);
        }

        var known = cloud.Registry.Versions().Count;
        var end = cloud.Accounts.Max(NextFiring)!.Value + TimeSpan.FromMinutes(1);
        stage.Say($"the clock goes on to {end:yyyy-MM-dd HH:mm} UTC");
        var night = await stage.DoAsync(() => cloud.WaitAsync(end - cloud.Now, cancellation), cancellation);
        var training = night.Execution(PipelineKind.Training);
        stage.Expect(
            "L1",
            $"the schedule ({RehearsalStack.TrainingTime}, {RehearsalStack.TimeZone}) starts the training pipeline",
            training?.Status == "Succeeded" && training.Trigger.StartsWith("schedule", StringComparison.Ordinal),
            training is null ? "no execution" : $"{training.Ending()}, started by {training.Trigger}{Sentence.Of(training)}"
        );
        stage.Expect(
            "L2",
            "what a night's training registers waits for approval and changes nothing",
            cloud.Registry.Versions().Count == known + 1 && cloud.Registry.Versions()[^1].Status == ModelPackage.Pending,
            $"{cloud.Registry.Versions().Count - known} new versions; {stage.Deployed()}"
        );
        var scored = night.All(PipelineKind.BatchInference).ToList();
        stage.Expect(
            "L6",
            $"the schedule ({RehearsalStack.InferenceTime}, {RehearsalStack.TimeZone}) scores the batch in each account",
            scored.Count == cloud.Scoring.Count()
                && scored.All(execution =>
                    execution.IsScored()
                    && execution.ModelVersion == stage.First
                    && execution.Trigger.StartsWith("schedule", StringComparison.Ordinal)
                ),
            scored.Count == 0 ? "no execution" : string.Join("; ", scored.Select(one => $"{one.Ending()}{Sentence.Of(one)}"))
        );
        return true;
    }

    /// <summary>When the last of an account's schedules fires next.</summary>
    internal static DateTimeOffset? NextFiring(AccountView account) =>
        account.Account.Service<SchedulerService>().ListSchedules().Max(schedule => schedule.Next);
}
