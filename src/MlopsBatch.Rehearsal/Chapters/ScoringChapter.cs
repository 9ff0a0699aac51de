namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>A clean batch arrives in every account that scores.</summary>
internal sealed class ScoringChapter : IChapter
{
    public const string Id = "scoring";

    public string Name => Id;

    public string Title => "a clean batch is scored and judged";

    public IReadOnlyList<string> Needs => [ApprovalChapter.Id];

    public IReadOnlyList<string> Rows => ["L6"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        foreach (var account in stage.Cloud.Scoring)
        {
            await CleanBatch.ScoreAsync(stage, account, "L6", Path.GetFileName(stage.Data.Files.CleanBatch), stage.First, cancellation);
        }

        return true;
    }
}
