namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>What a model said of rows whose truth is known. One of both lists is empty.</summary>
/// <param name="Points">Numbers: at most 400 pairs, evenly drawn.</param>
/// <param name="Matrix">Classes: how often each truth got each prediction.</param>
public sealed record PredictionReport(IReadOnlyList<PointReport> Points, IReadOnlyList<ConfusionReport> Matrix);
