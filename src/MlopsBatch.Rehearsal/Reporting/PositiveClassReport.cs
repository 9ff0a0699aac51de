namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>The positive class.</summary>
/// <param name="Label">Its name.</param>
/// <param name="ChosenBy"><c>setting</c>, <c>rarer</c>, or <c>order</c> where both are about as frequent.</param>
public sealed record PositiveClassReport(string Label, string ChosenBy);
