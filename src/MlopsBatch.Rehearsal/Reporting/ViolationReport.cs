namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>One data-quality violation.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Check">The kind of check, in Model Monitor's names.</param>
/// <param name="Distance">The drift distance, if the check measures one.</param>
/// <param name="Description">The monitor's own text.</param>
public sealed record ViolationReport(string Feature, string Check, double? Distance, string Description);
