namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>One feature of a batch beside the baseline: what <c>drift.json</c> says, and both distributions.</summary>
/// <param name="Name">The column.</param>
/// <param name="Unit">Of <paramref name="SmallestShift"/>: <c>standard deviations</c> or <c>share of rows</c>.</param>
/// <param name="SmallestShift">The change that a check of so few rows sees with 80 % probability; null if it can see none.</param>
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
    /// <summary>The change that is seen with 95 % probability; null if there is none.</summary>
    public double? SureShift { get; init; }

    /// <summary>Of the rows that the model was trained on.</summary>
    public IReadOnlyList<BucketReport> Baseline { get; init; } = [];

    /// <summary>Of the batch.</summary>
    public IReadOnlyList<BucketReport> Batch { get; init; } = [];
}
