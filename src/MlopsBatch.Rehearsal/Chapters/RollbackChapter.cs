using MlopsBatch.Rehearsal.People;

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
        while (true)
        {
            const string Occasion = "The version is deployed; rejecting it brings back the one before.";
            var suggestion = new VersionDecision(false, "Business doesn't want it.");
            if (await stage.AskAsync(stage.Tuned, Occasion, suggestion, cancellation) is not { } decision)
            {
                return false;
            }

            var seen = await stage.DecideAsync(stage.Tuned, decision, "L4", cancellation);
            if (!decision.IsApproved)
            {
                return stage.ExpectDeployed("rejecting the deployed version rolls back to the one before", seen, stage.First);
            }

            stage.ExpectNoChange("approving the deployed version once more changes nothing", seen, stage.Tuned);
        }
    }
}
