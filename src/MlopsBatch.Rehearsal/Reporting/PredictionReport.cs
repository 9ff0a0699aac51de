namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>What a model said of rows whose truth is known. One of both lists is empty.</summary>
/// <param name="Points">Numbers: at most 400 pairs, evenly drawn.</param>
/// <param name="Matrix">Classes: how often each truth got each prediction.</param>
public sealed record PredictionReport(IReadOnlyList<PointReport> Points, IReadOnlyList<ConfusionReport> Matrix);

/// <summary>A row's truth and prediction.</summary>
public sealed record PointReport(double Truth, double Predicted);

/// <summary>How many rows of one class were said to be of another, or of the same.</summary>
public sealed record ConfusionReport(string Truth, string Predicted, int Rows);
