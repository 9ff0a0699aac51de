using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Progress;

/// <summary>What came out of an execution, in one short clause.</summary>
internal static class Sentence
{
    /// <summary>The pipeline, with the account where there are several.</summary>
    public static string Title(ExecutionReport execution) => Title(execution.Pipeline, execution.Account);

    /// <inheritdoc cref="Title(ExecutionReport)"/>
    public static string Title(string pipeline, string? account) => account is null ? pipeline : $"{pipeline} in {account}";

    public static string Of(ExecutionReport execution)
    {
        var parts = new List<string>();
        foreach (var (name, value) in execution.Metrics.OrderBy(metric => metric.Key == "naive"))
        {
            parts.Add(name == "naive" ? $"naive baseline {Number(value)}" : $"{name} {Number(value)}");
        }

        if (execution.ModelVersion is { } version)
        {
            parts.Add(execution.Pipeline == "batch-inference" ? $"scored with version {version}" : $"registered version {version}");
        }

        if (execution.Violations.Count > 0)
        {
            parts.Add(
                $"{execution.Violations.Count} data-quality violations: "
                    + $"{string.Join(", ", execution.Violations.Select(violation => violation.Feature).Distinct().Take(5))}"
            );
        }

        return parts.Count == 0 ? "" : $" ({string.Join("; ", parts)})";
    }

    /// <inheritdoc cref="Figure.Of(double?)"/>
    public static string Number(double value) => Figure.Of(value);
}
