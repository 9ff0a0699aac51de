using MlopsBatch.Rehearsal.Cloud;

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
        var seen = await stage.ApproveAsync(stage.First, "Better than the naive baseline.", "L4", cancellation);
        var version = $"version {stage.First}";
        const string What = "whoever decides is told what the approval will do";
        stage.ExpectMail("L5", What, seen, RehearsalStack.DataScientist, $"{version} approved: first");
        stage.ExpectMail("L5", "and that GitLab has taken it", seen, RehearsalStack.DataScientist, "deployment started");
        return stage.ExpectDeployed("the approval reaches GitLab, which deploys the approved version", seen, stage.First);
    }
}
