namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>A row's truth and prediction.</summary>
public sealed record PointReport(double Truth, double Predicted);
