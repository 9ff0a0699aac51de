namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>One feature of a batch beside the baseline: what <c>drift.json</c> says, and both distributions.</summary>
/// <param name="Name">The column.</param>
/// <param name="Unit">Of <paramref name="SmallestShift"/>: <c>standard deviations</c> or <c>share of rows</c>.</param>
/// <param name="SmallestShift">The smallest change that a check of so few rows could have seen; null if it could see none.</param>
/// <param name="MissingShare">Missing cells in the batch, 0 to 1.</param>
/// <param name="BaselineMissingShare">Missing cells in the baseline, 0 to 1.</param>
/// <param name="TopShare">Share of the most frequent value, 0 to 1; null if there is none.</param>
/// <param name="Spread">The batch's standard deviation in the baseline's; null for categories.</param>
/// <param name="Sentence">All of it in words.</param>
public sealed record FeatureReport(
    string Name,
    string Unit,
    double? SmallestShift,
    double MissingShare,
    double BaselineMissingShare,
    double? TopShare,
    double? Spread,
    string Sentence
)
{
    /// <summary>Of the rows that the model was trained on.</summary>
    public IReadOnlyList<BucketReport> Baseline { get; init; } = [];

    /// <summary>Of the batch.</summary>
    public IReadOnlyList<BucketReport> Batch { get; init; } = [];
}
