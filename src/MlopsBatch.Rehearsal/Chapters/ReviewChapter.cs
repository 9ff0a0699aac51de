using MlopsBatch.Pipelines.Names;
using MlopsBatch.Rehearsal.Cloud;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>What tuning has changed isn't rolled out before the review board's reference is there.</summary>
internal sealed class ReviewChapter : IChapter
{
    public const string Id = "review";

    public string Name => Id;

    public string Title => "changed hyperparameters need a review before they are rolled out";

    public IReadOnlyList<string> Needs => [DegradationChapter.Id];

    public IReadOnlyList<string> Rows => ["L4", "L5", "L9"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        var tuned = stage.Tuned;
        if (!ReviewGate.IsRequired(stage.Cloud.Registry.Version(tuned).Metadata))
        {
            stage.Expect(
                "L9",
                "the better of both candidates has the approved hyperparameters, so no review is needed",
                true,
                $"version {tuned}"
            );
            var approved = await stage.ApproveAsync(tuned, "Better than before.", "L4", cancellation);
            stage.ExpectDeployed("the approval deploys the new version", approved, tuned);
        }
        else
        {
            await RefuseAsync(stage, tuned, cancellation);
            var reviewed = await stage.ApproveAsync(tuned, "Review: MRB-2041", "L9", cancellation);
            stage.ExpectDeployed("with the review's reference the version is rolled out", reviewed, tuned);
        }

        await CleanBatch.ScoreAsync(stage, stage.Cloud.Production, "L9", "clean-again.csv", tuned, cancellation);
        return true;
    }

    private static async Task RefuseAsync(Stage stage, int tuned, CancellationToken cancellation)
    {
        var refused = await stage.ApproveAsync(tuned, "Looks good.", "L4", cancellation);
        stage.Expect(
            "L9",
            "changed hyperparameters aren't rolled out without a review",
            refused.Pipelines.Count == 0 && stage.Cloud.Scoring.All(account => account.DeployedVersion == stage.First),
            $"{refused.Pipelines.Count} deployments; {stage.Deployed()}"
        );
        stage.ExpectMail("L9", "the refusal says how to add the review", refused, RehearsalStack.DataScientist, "review");
    }
}
