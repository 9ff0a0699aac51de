using MlopsBatch.Rehearsal.Data;

namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>
/// How an execution judged its model: what <c>evaluation.json</c> and <c>model_quality.json</c> say, under the same names. The scripts'
/// JSON schemas describe each.
/// </summary>
public sealed record JudgementReport
{
    /// <summary>Value, threshold, naive baseline and interval in one sentence; also why nothing was judged.</summary>
    public string? Verdict { get; init; }

    /// <summary>1, or 0 where there is no truth or the rows leave the metric undefined.</summary>
    public int? Judged { get; init; }

    /// <summary>The model against the naive baseline on the same rows.</summary>
    public ComparisonReport? Comparison { get; init; }

    /// <summary>Of two classes, the one that f1, precision and recall speak of.</summary>
    public PositiveClassReport? PositiveClass { get; init; }

    /// <summary>After a tuning: which hyperparameters are registered, and why.</summary>
    public ChoiceReport? Choice { get; init; }

    /// <summary>After a tuning: what was tried.</summary>
    public IReadOnlyList<TrialReport> Trials { get; init; } = [];

    /// <summary>What the steps found odd, but allowed.</summary>
    public IReadOnlyList<DataWarning> Warnings { get; init; } = [];
}
