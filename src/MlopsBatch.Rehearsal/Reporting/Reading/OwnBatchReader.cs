using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Rehearsal.Reporting.Reading;

/// <summary>What the loop says about the user's own batch: the first time that it was scored.</summary>
internal static class OwnBatchReader
{
    /// <param name="file">The batch's file name.</param>
    /// <param name="executions">All that ran.</param>
    /// <param name="metric">The metric that decides.</param>
    /// <param name="threshold">Its bound.</param>
    public static OwnBatchReport Read(string file, IEnumerable<ExecutionReport> executions, Metric metric, double threshold)
    {
        var execution = executions.FirstOrDefault(ran =>
            ran.Pipeline == PipelineKind.BatchInference.Slug() && ran.Trigger == $"arrival of {file}"
        );
        if (execution is null)
        {
            return new("failed", $"{file} was not scored.");
        }

        var features = execution.Violations.Select(violation => violation.Feature).Distinct().ToList();
        var drift =
            features.Count == 0
                ? "no drift was found"
                : $"drift was found in {string.Join(", ", features.Take(5))}"
                    + (features.Count > 5 ? $" and {features.Count - 5} more" : "");
        if (execution.Metrics.TryGetValue(metric.Name, out var value))
        {
            // A threshold that a few rows miss by chance is no violation; the script has judged that.
            var isViolated = execution.Steps.Any(step => step is { Name: StepNames.ModelQualityViolation, Status: "Failed" });
            var isMet = metric.IsMet(value, threshold);
            var quality =
                $"{metric.Name} {Figure.Beside(value, threshold)} {(isMet ? "meets" : "misses")} "
                + $"the threshold {Figure.Of(threshold)}{(isMet || isViolated ? "" : ", which may be chance")}";
            return new(isViolated ? "degraded" : features.Count == 0 ? "clean" : "drifted", $"{file}: {drift}; {quality}.");
        }

        return execution.Status == "Succeeded"
            ? new(
                features.Count == 0 ? "clean" : "drifted",
                $"{file}: {drift}; {execution.Judgement?.Verdict ?? $"its truth isn't known or leaves {metric.Name} undefined"}."
            )
            : new("failed", $"{file}: {execution.FailureReason?.ReplaceLineEndings(" ")}");
    }
}
