namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>One pipeline execution.</summary>
/// <param name="Pipeline"><c>training</c>, <c>training-with-hpo</c> or <c>batch-inference</c>.</param>
/// <param name="Trigger">What started it.</param>
/// <param name="Status"><c>Succeeded</c>, <c>Failed</c> or <c>Stopped</c>.</param>
/// <param name="FailureReason">Why it failed, else null.</param>
/// <param name="ModelVersion">The version registered (training) or used for scoring (batch inference); null if none.</param>
/// <param name="StartSeconds">When it started, from the rehearsal's start.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Steps">Its steps, in the order of their start.</param>
/// <param name="Metrics">The deciding metric's value by its name, and <c>naive</c>, the naive baseline's; empty if nothing was
/// measured.</param>
/// <param name="Violations">Data-quality violations found.</param>
/// <param name="Judgement">How the model was judged; null if it was not.</param>
public sealed record ExecutionReport(
    string Pipeline,
    string Trigger,
    string Status,
    string? FailureReason,
    int? ModelVersion,
    double StartSeconds,
    double Seconds,
    IReadOnlyList<StepReport> Steps,
    IReadOnlyDictionary<string, double> Metrics,
    IReadOnlyList<ViolationReport> Violations,
    JudgementReport? Judgement = null
)
{
    /// <summary>The execution's id, unique in the rehearsal.</summary>
    public string Id { get; init; } = "";

    /// <summary>The stack of the account that it ran in; null if there is only one.</summary>
    public string? Account { get; init; }

    /// <summary>The batch's features beside the baseline; empty where no drift was looked for.</summary>
    public IReadOnlyList<FeatureReport> Features { get; init; } = [];

    /// <summary>Prediction against truth; null where no truth is known.</summary>
    public PredictionReport? Predictions { get; init; }
}
