using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Registry;

/// <summary>A version in the model registry, as it was at one moment.</summary>
/// <param name="Arn"><c>arn:aws:sagemaker:…:model-package/{group}/{version}</c></param>
/// <param name="GroupName">The group's name.</param>
/// <param name="Version">From 1; numbers of deleted versions don't come back.</param>
/// <param name="ApprovalStatus">PendingManualApproval, Approved or Rejected.</param>
/// <param name="CreationTime">When it was registered.</param>
/// <param name="LastModifiedTime">When it was last updated.</param>
/// <param name="Description">The whole response of DescribeModelPackage. Treat it as read-only.</param>
public sealed record ModelPackage(
    string Arn,
    string GroupName,
    int Version,
    string ApprovalStatus,
    DateTimeOffset CreationTime,
    DateTimeOffset LastModifiedTime,
    JsonObject Description
)
{
    public const string Pending = "PendingManualApproval";
    public const string Approved = "Approved";
    public const string Rejected = "Rejected";

    /// <summary>CustomerMetadataProperties.</summary>
    public IReadOnlyDictionary<string, string> Metadata =>
        (Description["CustomerMetadataProperties"] as JsonObject ?? []).ToDictionary(
            p => p.Key,
            p => p.Value!.ToString(),
            StringComparer.Ordinal
        );

    /// <summary>Where the model's archive is.</summary>
    public string? ModelDataUrl => Container?["ModelDataUrl"]?.ToString();

    /// <summary>The statistics of the data-quality baseline (DriftCheckBaselines), or null.</summary>
    public string? BaselineStatisticsUri => Baseline("Statistics");

    /// <summary>The constraints of the data-quality baseline (DriftCheckBaselines), or null.</summary>
    public string? BaselineConstraintsUri => Baseline("Constraints");

    internal JsonObject? Container =>
        (Description["InferenceSpecification"]?["Containers"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault();

    private string? Baseline(string kind) => Description["DriftCheckBaselines"]?["ModelDataQuality"]?[kind]?["S3Uri"]?.ToString();
}
