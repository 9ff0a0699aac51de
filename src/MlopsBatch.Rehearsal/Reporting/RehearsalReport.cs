namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>What a rehearsal showed; written as <c>rehearsal.json</c>. Later versions add fields and never rename one.</summary>
/// <param name="Outcome"><c>passed</c> if every check passed, else <c>failed</c>.</param>
/// <param name="DurationSeconds">Wall time from start to end.</param>
/// <param name="ScriptSeconds">Wall time with at least one step process alive.</param>
/// <param name="Seed">The seed that makes this run again.</param>
/// <param name="Data">The training data's size.</param>
/// <param name="Metric">The metric that decided.</param>
/// <param name="PeakMemoryMiB">The executor's own largest resident size, in MiB; step processes not counted.</param>
/// <param name="Checks">What was expected, and what was seen.</param>
/// <param name="Executions">Every pipeline execution, in the order of their start.</param>
/// <param name="ModelPackages">The model registry at the end, by version.</param>
public sealed record RehearsalReport(
    string Outcome,
    double DurationSeconds,
    double ScriptSeconds,
    int Seed,
    DataReport Data,
    MetricReport Metric,
    double PeakMemoryMiB,
    IReadOnlyList<CheckReport> Checks,
    IReadOnlyList<ExecutionReport> Executions,
    IReadOnlyList<ModelPackageReport> ModelPackages);

/// <summary>The training data's size.</summary>
/// <param name="Source">The file that was given, or the name of the default data set.</param>
/// <param name="Rows">Training rows, without header.</param>
/// <param name="Columns">Columns, with the target.</param>
public sealed record DataReport(string Source, long Rows, int Columns);

/// <summary>The metric that decides whether a model is good enough.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Threshold">Its bound.</param>
/// <param name="ThresholdSource">Where the bound comes from.</param>
public sealed record MetricReport(string Name, double Threshold, string ThresholdSource);

/// <summary>One expectation of the loop.</summary>
/// <param name="Id">Its row in the closed loop, <c>L1</c> to <c>L10</c>.</param>
/// <param name="What">What was expected.</param>
/// <param name="Passed">Whether it was seen.</param>
/// <param name="Evidence">What was seen.</param>
public sealed record CheckReport(string Id, string What, bool Passed, string Evidence);

/// <summary>One pipeline execution.</summary>
/// <param name="Pipeline"><c>training</c>, <c>training-with-hpo</c> or <c>batch-inference</c>.</param>
/// <param name="Trigger">What started it.</param>
/// <param name="Status"><c>Succeeded</c>, <c>Failed</c> or <c>Stopped</c>.</param>
/// <param name="FailureReason">Why it failed, else null.</param>
/// <param name="ModelVersion">The version registered (training) or used for scoring (batch inference); null if none.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Steps">Its steps, in the order of their start.</param>
/// <param name="Metrics">The deciding metric's value by its name, and <c>naive</c>, the naive baseline's; empty if nothing was measured.</param>
/// <param name="Violations">Data-quality violations found.</param>
public sealed record ExecutionReport(
    string Pipeline,
    string Trigger,
    string Status,
    string? FailureReason,
    int? ModelVersion,
    double Seconds,
    IReadOnlyList<StepReport> Steps,
    IReadOnlyDictionary<string, double> Metrics,
    IReadOnlyList<ViolationReport> Violations);

/// <summary>One step of an execution.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Type">Its type in the definition.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Seconds">Wall time; 0 if it never started.</param>
/// <param name="FailureReason">Why it failed, else null.</param>
public sealed record StepReport(string Name, string Type, string Status, double Seconds, string? FailureReason);

/// <summary>One data-quality violation.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Check">The kind of check, in Model Monitor's names.</param>
/// <param name="Distance">The drift distance, if the check measures one.</param>
/// <param name="Description">The monitor's own text.</param>
public sealed record ViolationReport(string Feature, string Check, double? Distance, string Description);

/// <summary>One version in the model registry.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Status">Its approval status.</param>
/// <param name="Source">The pipeline that registered it, <c>training</c> or <c>training-with-hpo</c>.</param>
/// <param name="Metrics">The metric's value by its name, and <c>naive</c>.</param>
/// <param name="Hyperparameters">What it was trained with.</param>
public sealed record ModelPackageReport(
    int Version,
    string Status,
    string Source,
    IReadOnlyDictionary<string, double> Metrics,
    IReadOnlyDictionary<string, string> Hyperparameters);
