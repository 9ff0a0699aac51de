namespace MlopsBatch.Rehearsal.Reporting.Page;

/// <summary>A feature of a batch as the page shows it.</summary>
/// <param name="Report">All that is known.</param>
/// <param name="Violations">What is wrong with it.</param>
/// <param name="Picture">Both distributions drawn over each other, as SVG; null if one isn't known.</param>
internal sealed record FeatureView(FeatureReport Report, IReadOnlyList<ViolationReport> Violations, string? Picture)
{
    public static FeatureView Of(FeatureReport feature, ExecutionReport execution) =>
        new(
            feature,
            [.. execution.Violations.Where(violation => violation.Feature == feature.Name)],
            feature.Baseline.Count == 0 || feature.Batch.Count == 0 ? null : DistributionPicture.Draw(feature)
        );
}
