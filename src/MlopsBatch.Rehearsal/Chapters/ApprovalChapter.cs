using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.People;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>The first approval: until then nothing scores, afterwards every account does.</summary>
internal sealed class ApprovalChapter : IChapter
{
    public const string Id = "approval";

    public string Name => Id;

    public string Title => "a decision reaches GitLab, which deploys the version";

    public IReadOnlyList<string> Needs => [TrainingChapter.Id];

    public IReadOnlyList<string> Rows => ["L4", "L5"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        stage.Expect(
            "L5",
            "as long as no version is approved, batch inference has none",
            stage.Cloud.Scoring.All(account => account.DeployedVersion is null),
            stage.Deployed()
        );
        while (true)
        {
            const string Occasion = "The training has registered its first version; nothing is scored before one is approved.";
            var suggestion = new VersionDecision(true, "Better than the naive baseline.");
            if (await stage.AskAsync(stage.First, Occasion, suggestion, cancellation) is not { } decision)
            {
                return false;
            }

            var seen = await stage.DecideAsync(stage.First, decision, "L4", cancellation);
            if (decision.IsApproved)
            {
                return Approved(stage, seen);
            }

            stage.ExpectNoChange("rejecting a version that was never approved changes nothing", seen, null);
        }
    }

    private static bool Approved(Stage stage, Seen seen)
    {
        const string What = "whoever decides is told what the approval will do";
        stage.ExpectMail("L5", What, seen, RehearsalStack.DataScientist, $"version {stage.First} approved: first");
        stage.ExpectMail("L5", "and that GitLab has taken it", seen, RehearsalStack.DataScientist, "deployment started");
        return stage.ExpectDeployed("the approval reaches GitLab, which deploys the approved version", seen, stage.First);
    }
}
