namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>A part of a distribution: a range of numbers, or one category.</summary>
/// <param name="Low">Where the range begins; null for a category.</param>
/// <param name="High">Where it ends; null for a category.</param>
/// <param name="Value">The category; null for a range.</param>
/// <param name="Share">Share of the rows with a value, 0 to 1.</param>
public sealed record BucketReport(double? Low, double? High, string? Value, double Share);
