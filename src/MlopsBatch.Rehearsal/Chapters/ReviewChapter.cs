using MlopsBatch.Configuration;
using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.People;

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
        var gate = stage.Cloud.Home(AccountRole.Registry).Gate;
        if (gate.IsOpen(stage.Cloud.Registry.Version(tuned).Metadata, null))
        {
            stage.Expect(
                "L9",
                gate.RequireReview
                    ? "the better of both candidates has the approved hyperparameters, so no review is needed"
                    : "the settings ask for no review (requireReview: false)",
                true,
                $"version {tuned}"
            );
            var approved = await stage.ApproveAsync(tuned, "Better than before.", "L4", cancellation);
            stage.ExpectDeployed("the approval deploys the new version", approved, tuned);
        }
        else if (!await DecideAsync(stage, tuned, cancellation))
        {
            return false;
        }

        await CleanBatch.ScoreAsync(stage, stage.Cloud.Production, "L9", "clean-again.csv", tuned, cancellation);
        return true;
    }

    /// <summary>
    /// Decisions until the version is rolled out: the first one forgets the review, the second has no reference yet, and the one of
    /// the third goes to the metadata.
    /// </summary>
    private static async Task<bool> DecideAsync(Stage stage, int tuned, CancellationToken cancellation)
    {
        VersionDecision[] suggestions =
        [
            new(true, "Looks good."),
            new(true, "Looks good. Review: pending"),
            new(true, "Looks good. Review: pending", "MRB-2041"),
        ];
        for (var round = 0; ; round++)
        {
            const string Occasion =
                "Tuning has registered a version with other hyperparameters; it needs a review, such as \"Review: MRB-2041\".";
            var suggestion = suggestions[Math.Min(round, suggestions.Length - 1)];
            if (await stage.AskAsync(tuned, Occasion, suggestion, cancellation) is not { } decision)
            {
                return false;
            }

            var metadata = stage.Cloud.Registry.Version(tuned).Metadata;
            var gate = stage.Cloud.Home(AccountRole.Registry).Gate;
            var isOpen = decision.Review is not null || gate.IsOpen(metadata, decision.Comment);
            var seen = await stage.DecideAsync(tuned, decision, isOpen ? "L9" : "L4", cancellation);
            if (!decision.IsApproved)
            {
                stage.ExpectNoChange("rejecting a version that isn't rolled out changes nothing", seen, stage.First);
            }
            else if (isOpen)
            {
                return stage.ExpectDeployed("with the review's reference the version is rolled out", seen, tuned);
            }
            else
            {
                ExpectRefused(stage, seen);
            }
        }
    }

    private static void ExpectRefused(Stage stage, Seen refused)
    {
        stage.Expect(
            "L9",
            "changed hyperparameters aren't rolled out without a review",
            refused.Pipelines.Count == 0 && stage.Cloud.Scoring.All(account => account.DeployedVersion == stage.First),
            $"{refused.Pipelines.Count} deployments; {stage.Deployed()}"
        );
        stage.ExpectMail("L9", "the refusal says how to add the review", refused, RehearsalStack.DataScientist, "review");
    }
}
