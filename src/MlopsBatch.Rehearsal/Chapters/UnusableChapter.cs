using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.Rehearsal.Cloud;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>
/// A version that somebody registered by hand is approved and can't be deployed: what is deployed stays, and nothing stops.
/// </summary>
internal sealed class UnusableChapter : IChapter
{
    public const string Id = "unusable";

    public string Name => Id;

    public string Title => "an approved version that can't be deployed is passed over and told";

    public IReadOnlyList<string> Needs => [ApprovalChapter.Id];

    public IReadOnlyList<string> Rows => ["L5"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        var byHand = 0;
        stage.Say("somebody registers a version by hand, without the data quality baseline");
        await stage.DoAsync(() => byHand = stage.Cloud.RegisterByHand(stage.First), cancellation);
        var approved = await stage.ApproveAsync(byHand, "It did well in my notebook.", "L4", cancellation);
        stage.ExpectNoChange("a version that can't be deployed leaves what is deployed, and stops no deployment", approved, stage.First);
        foreach (var account in stage.Cloud.Scoring)
        {
            stage.ExpectMail(
                "L5",
                $"whoever approved it is told why it isn't deployed{CleanBatch.In(account)}",
                approved,
                RehearsalStack.DataScientist,
                $"has version {stage.First} in {account.Name}: what was approved can't be deployed",
                also: "it has no data-quality statistics"
            );
        }

        var rejected = await stage.DecideAsync(byHand, ModelPackage.Rejected, "It has no baseline.", "L4", cancellation);
        stage.ExpectNoChange("rejecting a version that was never deployed changes nothing", rejected, stage.First);
        return rejected.Pipelines.Count == 1;
    }
}
