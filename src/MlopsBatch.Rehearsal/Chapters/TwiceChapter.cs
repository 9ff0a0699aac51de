using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>EventBridge delivers at least once: what comes a second time must not do harm.</summary>
internal sealed class TwiceChapter : IChapter
{
    public const string Id = "twice";

    public string Name => Id;

    public string Title => "every event is delivered twice, and nothing is doubled that must not be";

    public IReadOnlyList<string> Needs => [ApprovalChapter.Id];

    public IReadOnlyList<string> Rows => ["L5", "L6"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        using var doubled = stage.Cloud.DeliverTwice();
        var rejected = await stage.DecideAsync(stage.First, ModelPackage.Rejected, "On second thoughts.", "L4", cancellation);
        ExpectOnce(stage, "a rejection that is delivered twice takes the last version away once", rejected, null);
        var approved = await stage.ApproveAsync(stage.First, "On third thoughts.", "L4", cancellation);
        var isBack = ExpectOnce(stage, "an approval that is delivered twice changes each account once", approved, stage.First);

        var account = stage.Cloud.Production;
        var files = stage.Data.Files;
        var seen = await stage.ScoreAsync(account, "twice.csv", files.CleanBatch, files.CleanTruth, cancellation);
        var scored = seen.All(PipelineKind.BatchInference).ToList();
        var results = scored.Select(execution => Results(account, execution)).ToList();
        stage.Expect(
            "L6",
            "a batch that is told of twice is scored into results of each execution's own: neither overwrites the other's",
            scored.Count == 2 && scored.All(execution => execution.IsScored()) && results.All(count => count > 0),
            $"{scored.Count} executions with {string.Join(" and ", results)} result files"
        );
        return isBack;
    }

    /// <summary>
    /// Two instances of the function know nothing of each other, so GitLab may run twice; then the second run finds nothing to
    /// do.
    /// </summary>
    private static bool ExpectOnce(Stage stage, string what, Seen seen, int? version)
    {
        var accounts = stage.Cloud.Scoring.ToList();
        var changes = accounts.Select(account => seen.Deployments.Count(one => one.Stack == account.Name && one.Changes.Any())).ToList();
        return stage.Expect(
            "L5",
            what,
            changes.All(count => count == 1) && accounts.All(account => account.DeployedVersion == version),
            $"{seen.Pipelines.Count} GitLab pipelines, {changes.Sum()} deployments with changes; {stage.Deployed()}"
        );
    }

    private static int Results(Cloud.AccountView account, ExecutionReport execution) =>
        account.Bucket.List(account.Layout.BatchResults.Key(execution.Id, "")).Count;
}
