using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Rehearsal.Progress;

namespace MlopsBatch.Rehearsal.Reporting.Page;

/// <summary>An execution as the page shows it.</summary>
/// <param name="Number">From 1, in the order of the report.</param>
/// <param name="Title">Its pipeline, with the account where there are several.</param>
/// <param name="Tone"><c>good</c>, <c>warn</c> for a failure that was expected, or <c>bad</c>.</param>
/// <param name="Ending">How it ended, in words.</param>
/// <param name="Metric">The deciding metric beside its threshold; null if nothing was measured.</param>
/// <param name="Report">All that is known.</param>
/// <param name="Features">The batch's features with their pictures.</param>
/// <param name="Predictions">Prediction against truth as SVG; null where the truth isn't known or is a class.</param>
internal sealed record ExecutionView(
    int Number,
    string Title,
    string Tone,
    string Ending,
    string? Metric,
    ExecutionReport Report,
    IReadOnlyList<FeatureView> Features,
    string? Predictions
)
{
    public static ExecutionView Of(ExecutionReport execution, int number, RehearsalReport report)
    {
        var isExpected = IsExpected(execution, report);
        return new(
            number,
            Sentence.Title(execution),
            execution.Status == "Succeeded" ? "good" : isExpected ? "warn" : "bad",
            execution.Status == "Succeeded" ? "succeeded"
                : $"{execution.Status.ToLowerInvariant()}, {(isExpected ? "as expected" : "not expected")}",
            execution.Metrics.TryGetValue(report.Metric.Name, out var value)
                ? $"{report.Metric.Name} {Figure.Beside(value, report.Metric.Threshold)}, threshold {Figure.Of(report.Metric.Threshold)}"
                : null,
            execution,
            [.. execution.Features.Select(feature => FeatureView.Of(feature, execution))],
            execution.Predictions is { Points.Count: > 0 } predictions ? PredictionPicture.Draw(predictions.Points) : null
        );
    }

    /// <summary>A failure is expected if an expectation that was met names its reason.</summary>
    private static bool IsExpected(ExecutionReport execution, RehearsalReport report) =>
        execution.FailureReason?.ReplaceLineEndings(" ") is { } reason
        && report.Checks.Any(check => check.Passed && check.Evidence.Contains(reason, StringComparison.Ordinal));
}
