using MlopsBatch.Pipelines.Names;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>What expectations ask of an execution.</summary>
internal static class ExecutionFacts
{
    private const int NamedViolations = 5;

    public static bool IsScored(this ExecutionReport execution) =>
        execution.Steps.Any(step => step is { Name: StepNames.BatchInference, Status: "Succeeded" });

    public static bool EndsInViolation(this ExecutionReport execution) =>
        execution.Status == "Failed" && execution.Steps.Any(step => step is { Name: StepNames.ModelQualityViolation, Status: "Failed" });

    /// <summary>The violations in words.</summary>
    public static string Drift(this ExecutionReport execution) =>
        execution.Violations.Count == 0
            ? "no violation was found"
            : $"{execution.Violations.Count} violations: "
                + string.Join(", ", execution.Violations.Take(NamedViolations).Select(Drift))
                + (execution.Violations.Count > NamedViolations ? ", …" : "");

    /// <summary>How it ended, in words.</summary>
    public static string Ending(this ExecutionReport? execution) =>
        execution is null ? "no execution"
        : execution.FailureReason is { } reason ? $"{execution.Status}: {reason.ReplaceLineEndings(" ")}"
        : execution.Status;

    private static string Drift(ViolationReport violation) =>
        violation.Distance is { } distance
            ? $"{violation.Feature} (distance {Sentence.Number(distance)})"
            : $"{violation.Feature} ({violation.Check})";
}
