namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>One version in the model registry.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Status">Its approval status.</param>
/// <param name="Source">The pipeline that registered it, <c>training</c> or <c>training-with-hpo</c>; empty: somebody did by hand.</param>
/// <param name="Metrics">The metric's value by its name, and <c>naive</c>.</param>
/// <param name="Hyperparameters">What it was trained with.</param>
public sealed record ModelPackageReport(
    int Version,
    string Status,
    string Source,
    IReadOnlyDictionary<string, double> Metrics,
    IReadOnlyDictionary<string, string> Hyperparameters
);
