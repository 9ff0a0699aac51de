namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>How many rows of one class were said to be of another, or of the same.</summary>
public sealed record ConfusionReport(string Truth, string Predicted, int Rows);
