using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Rehearsal.Reporting.Page;

/// <summary>A model version as the page shows it.</summary>
/// <param name="Report">All that is known.</param>
/// <param name="Value">The deciding metric, as it stands beside the threshold.</param>
/// <param name="Naive">The naive baseline's value.</param>
/// <param name="Gain">By how much it is better than the naive baseline, with the interval; null if that wasn't computed.</param>
/// <param name="Hyperparameters">What it was trained with.</param>
internal sealed record VersionRow(ModelPackageReport Report, string Value, string Naive, string? Gain, string Hyperparameters)
{
    public static VersionRow Of(ModelPackageReport version, RehearsalReport report)
    {
        var comparison = report
            .Executions.FirstOrDefault(execution => execution.Pipeline == version.Source && execution.ModelVersion == version.Version)
            ?.Judgement?.Comparison;
        return new(
            version,
            version.Metrics.TryGetValue(report.Metric.Name, out var value) ? Figure.Beside(value, report.Metric.Threshold) : "–",
            version.Metrics.TryGetValue("naive", out var naive) ? Figure.Of(naive) : "–",
            comparison is { Gain: { } gain }
                ? $"{Figure.Of(gain)} ({Figure.Of(100 * comparison.Confidence)} %: {Figure.Of(comparison.Low)} to "
                    + $"{Figure.Of(comparison.High)}, {comparison.Rows} rows)"
                : null,
            string.Join(" ", version.Hyperparameters.Select(pair => $"{pair.Key}={pair.Value}"))
        );
    }
}
