namespace MlopsBatch.Pipelines.Projects;

/// <summary>The approved model version that batch inference references, as the deployment found it in the registry.</summary>
/// <param name="ModelPackageArn">The version's ARN.</param>
/// <param name="Version">The version's number in its group.</param>
/// <param name="ModelDataUrl">S3 URI of <c>model.tar.gz</c>.</param>
/// <param name="BaselineStatisticsUri">S3 URI of the data quality statistics in the version's drift-check baselines.</param>
/// <param name="BaselineConstraintsUri">S3 URI of the data quality constraints in the version's drift-check baselines.</param>
public sealed record ApprovedModel(
    string ModelPackageArn,
    int Version,
    string ModelDataUrl,
    string BaselineStatisticsUri,
    string BaselineConstraintsUri
);
