namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>The metric that decides whether a model is good enough.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Threshold">Its bound.</param>
/// <param name="ThresholdSource">Where the bound comes from.</param>
public sealed record MetricReport(string Name, double Threshold, string ThresholdSource);
