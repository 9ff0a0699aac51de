using MlopsBatch.Pipelines.Names;
using MlopsBatch.Rehearsal.Cloud;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>Quality is violated once more while the version that was tuned still waits for its review: no second tuning starts.</summary>
internal sealed class CooldownChapter : IChapter
{
    public const string Id = "second-violation";

    public string Name => Id;

    public string Title => "violated again while a tuning's review is pending, no second tuning starts, and people are told why";

    public IReadOnlyList<string> Needs => [DegradationChapter.Id];

    public IReadOnlyList<string> Rows => ["L8"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        var files = stage.Data.Files;
        var versions = stage.Cloud.Registry.Versions().Count;
        var production = stage.Cloud.Production;
        var seen = await stage.ScoreAsync(production, "drifted-again.csv", files.DriftedBatch, files.DriftedTruth, cancellation);
        var execution = seen.Execution(PipelineKind.BatchInference);
        stage.Expect(
            "L8",
            "the quality is violated once more",
            execution is not null && execution.EndsInViolation(),
            execution.Ending()
        );
        stage.Expect(
            "L8",
            "while the tuned version waits for its review no second tuning starts",
            seen.Execution(PipelineKind.TrainingWithHpo) is null && stage.Cloud.Registry.Versions().Count == versions,
            $"{seen.All(PipelineKind.TrainingWithHpo).Count()} tunings, {stage.Cloud.Registry.Versions().Count} versions"
        );
        const string What = "people are told of the tuning that was skipped";
        stage.ExpectMail("L8", What, seen, RehearsalStack.DataScientist, "no tuning", Stage.Quality);
        return true;
    }
}
