namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>The positive class.</summary>
/// <param name="Label">Its name.</param>
/// <param name="ChosenBy"><c>setting</c> or <c>rarer</c>.</param>
public sealed record PositiveClassReport(string Label, string ChosenBy);
