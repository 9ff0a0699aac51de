using MlopsBatch.LocalCloud.SageMaker.Registry;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>Rejecting the deployed version brings the one before back.</summary>
internal sealed class RollbackChapter : IChapter
{
    public const string Id = "rollback";

    public string Name => Id;

    public string Title => "rejecting the deployed version brings back the one before";

    public IReadOnlyList<string> Needs => [ReviewChapter.Id];

    public IReadOnlyList<string> Rows => ["L4", "L5"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        var seen = await stage.DecideAsync(stage.Tuned, ModelPackage.Rejected, "Business doesn't want it.", "L4", cancellation);
        return stage.ExpectDeployed("rejecting the deployed version rolls back to the one before", seen, stage.First);
    }
}
