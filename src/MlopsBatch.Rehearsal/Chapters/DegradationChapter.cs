using MlopsBatch.Pipelines.Names;
using MlopsBatch.Rehearsal.Cloud;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>A drifted batch: a warning, scoring goes on; its truth shows the model failing: the training with HPO starts by
/// itself, across accounts where need be.</summary>
internal sealed class DegradationChapter : IChapter
{
    public const string Id = "degradation";

    public string Name => Id;

    public string Title => "drift is told, violated quality starts the training with HPO";

    public IReadOnlyList<string> Needs => [ApprovalChapter.Id];

    public IReadOnlyList<string> Rows => ["L7", "L8"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        foreach (var account in stage.Cloud.Scoring.Where(account => !account.Retrains))
        {
            var seen = await DegradeAsync(stage, account, cancellation);
            stage.Expect(
                "L8",
                $"a violation{CleanBatch.In(account)} starts no training: its data says nothing about production",
                seen.Execution(PipelineKind.TrainingWithHpo) is null,
                seen.Execution(PipelineKind.TrainingWithHpo) is { } started ? $"started by {started.Trigger}" : "none started"
            );
        }

        var production = await DegradeAsync(stage, stage.Cloud.Production, cancellation);
        var tuning = production.Execution(PipelineKind.TrainingWithHpo);
        stage.Expect(
            "L8",
            "the violated quality starts the training with HPO by itself",
            tuning?.Status == "Succeeded",
            tuning.Ending()
        );
        const string Told = "people are told that it was started, and by which account's batch";
        var home = $"In account: {stage.Cloud.Production.Account.Id}";
        stage.ExpectMail("L8", Told, production, RehearsalStack.DataScientist, "tuning started", Stage.Quality, home);
        stage.Tuned = tuning?.ModelVersion ?? 0;
        return tuning?.ModelVersion is not null;
    }

    private static async Task<Seen> DegradeAsync(Stage stage, AccountView account, CancellationToken cancellation)
    {
        var files = stage.Data.Files;
        // In a folder, as partitioned exports have it: its truth lies below the truth's prefix where it lies below its own.
        var name = $"export/{Path.GetFileName(files.DriftedBatch)}";
        Seen seen;
        // So that the violation, which ends the execution, comes first if the definition lets it.
        using (stage.Cloud.SlowDown(StepNames.DataQualityCheck))
        {
            seen = await stage.ScoreAsync(account, name, files.DriftedBatch, files.DriftedTruth, cancellation);
        }

        var execution = seen.Execution(PipelineKind.BatchInference);
        stage.Expect(
            "L7",
            $"drift{CleanBatch.In(account)} is found, however long that takes, and scoring goes on",
            execution is { Violations.Count: > 0 } && execution.IsScored(),
            execution is null ? "no execution" : execution.Drift()
        );
        stage.ExpectMail(
            "L7",
            "a warning names the features that drifted",
            seen,
            RehearsalStack.DataScientist,
            "data drift in",
            Stage.Quality,
            execution?.Violations.FirstOrDefault()?.Feature ?? ""
        );
        stage.Expect(
            "L8",
            "the violated quality ends the execution in its own Fail step",
            execution is not null && execution.EndsInViolation(),
            execution.Ending()
        );
        return seen;
    }
}
