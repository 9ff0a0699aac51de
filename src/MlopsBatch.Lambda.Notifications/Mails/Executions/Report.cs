using System.Text.Json;
using MlopsBatch.Aws;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Text;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Lambda.Notifications.Mails.Executions;

/// <summary>The figures of a pipeline's report, or why they can't be shown.</summary>
internal sealed record Report
{
    private const int MaxFiles = 20;

    private MetricFigures? Metric { get; init; }

    /// <summary>Names of the batch's files, for a model quality report.</summary>
    public string? Files { get; private init; }

    /// <summary>Whether the threshold was met and the model is still no better than the naive baseline, as the report says.</summary>
    public bool IsNoBetterThanNaive { get; private init; }

    /// <summary>Why there are no figures.</summary>
    private string? Missing { get; init; }

    /// <summary>The report's page in the console.</summary>
    public string? Link { get; private init; }

    /// <summary>The figures, to end a subject; empty if they aren't known.</summary>
    public string Subject => Metric is null ? "" : $", {Metric.Short}";

    public static Task<Report> EvaluationAsync(IObjects objects, PipelineRun run, CancellationToken cancellationToken) =>
        ReadAsync(
            objects,
            run,
            run.Layout?.TrainingEvaluations.Key(run.ExecutionId, S3Layout.Evaluation),
            nested: "metric",
            cancellationToken
        );

    public static Task<Report> ModelQualityAsync(IObjects objects, PipelineRun run, CancellationToken cancellationToken) =>
        ReadAsync(
            objects,
            run,
            run.Layout?.ModelQuality.Key(run.ExecutionId, S3Layout.ModelQualityReport),
            nested: null,
            cancellationToken
        );

    /// <summary>Adds the figures, and the verdict in the pipeline's own words: nobody judges here again.</summary>
    public void WriteTo(MailText text, string label, FailedStep verdict) =>
        text.Row(label, Metric?.Long)
            .Row("Naive baseline", Metric?.NaiveWords)
            .Row("Reason", verdict.Reason)
            .Row("Report", Missing);

    private static async Task<Report> ReadAsync(
        IObjects objects,
        PipelineRun run,
        string? key,
        string? nested,
        CancellationToken cancellationToken
    )
    {
        if (key is null)
        {
            return new Report();
        }

        var bucket = run.Layout!.Bucket;
        var link = run.Links.Object(bucket, key);
        try
        {
            using var json = JsonDocument.Parse(await objects.ReadAsync(bucket, key, cancellationToken));
            var root = json.RootElement;
            var figures =
                nested is null ? root
                : root.TryGetProperty(nested, out var inner) ? inner
                : default;
            return new Report
            {
                Metric = MetricFigures.Read(figures, run.Model?.Metric),
                IsNoBetterThanNaive = Flag(figures, "meetsThreshold") == 1 && Flag(figures, "betterThanNaive") == 0,
                Files = FilesOf(root),
                Link = link,
            };
        }
        catch (LookupException e)
        {
            return new Report { Missing = $"not read. {e.Message}", Link = link };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new Report { Missing = $"not read. s3://{bucket}/{key} is malformed: {JsonFaults.Words(e)}", Link = link };
        }
    }

    private static int? Flag(JsonElement figures, string name) =>
        figures.ValueKind == JsonValueKind.Object
        && figures.TryGetProperty(name, out var flag)
        && flag.ValueKind == JsonValueKind.Number
        && flag.TryGetInt32(out var value)
            ? value
            : null;

    // A list of {"file":…,"truth":true|false}: those with truth were judged.
    private static string? FilesOf(JsonElement root) =>
        root.TryGetProperty("files", out var files) && files.ValueKind == JsonValueKind.Array
            ? string.Join(", ", files.EnumerateArray().Where(IsJudged).Select(file => file.GetProperty("file").GetString()).Take(MaxFiles))
            : null;

    private static bool IsJudged(JsonElement file) =>
        file.ValueKind == JsonValueKind.Object
        && file.TryGetProperty("file", out var name)
        && name.ValueKind == JsonValueKind.String
        && file.TryGetProperty("truth", out var truth)
        && truth.ValueKind == JsonValueKind.True;
}
