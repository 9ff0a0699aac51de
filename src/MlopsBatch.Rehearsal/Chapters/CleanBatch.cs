using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.Progress;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>
/// A clean batch is scored and both checks give the right verdict. That the model misses its threshold on rows it has
/// never seen is such a verdict, too: with a handful of rows it happens by chance, and it isn't the loop's failure.
/// </summary>
internal static class CleanBatch
{
    public static async Task ScoreAsync(
        Stage stage,
        AccountView account,
        string row,
        string name,
        int version,
        CancellationToken cancellation
    )
    {
        var data = stage.Data;
        var seen = await stage.ScoreAsync(account, name, data.Files.CleanBatch, data.Files.CleanTruth, cancellation);
        Expect(stage, row, $"the arrival of a clean batch{In(account)}", seen, version);
    }

    /// <summary>The one execution of batch inference that was seen scored the clean batch.</summary>
    public static void Expect(Stage stage, string row, string cause, Seen seen, int version)
    {
        var data = stage.Data;
        var execution = seen.Execution(PipelineKind.BatchInference);
        var value = 0.0;
        var isMet =
            execution?.Metrics.TryGetValue(data.Metric, out value) != true || Metric.Parse(data.Metric).IsMet(value, data.Threshold);
        if (!isMet)
        {
            stage.Say(
                $"the model misses its threshold on the clean batch ({data.Metric} {Sentence.Number(value)}), which "
                    + "starts the training with HPO; more training data or another --threshold helps"
            );
        }

        stage.Expect(
            row,
            // Drift in the user's own batch is a finding about it, and no failure of the loop.
            $"{cause} has it scored with version {version}, {(data.OwnBatch ? "drift is looked for" : "no drift is found")}, "
                + "and its quality is judged",
            execution is not null
                && (isMet ? execution.Status == "Succeeded" : execution.EndsInViolation())
                && execution.ModelVersion == version
                && execution.IsScored()
                && (data.OwnBatch || execution.Violations.Count == 0),
            execution.Ending() + (execution is null ? "" : Sentence.Of(execution))
        );
    }

    /// <summary>Has the clean batch lie there under its own name, scored or not.</summary>
    public static async Task ProvideAsync(Stage stage, AccountView account, CancellationToken cancellation)
    {
        var files = stage.Data.Files;
        var name = Path.GetFileName(files.CleanBatch);
        if (account.Bucket.Find(account.Layout.InferenceData.Key(name)) is null)
        {
            await stage.ScoreAsync(account, name, files.CleanBatch, files.CleanTruth, cancellation);
        }
    }

    public static string In(AccountView account) => account.Label is { } name ? $" in {name}" : "";
}
