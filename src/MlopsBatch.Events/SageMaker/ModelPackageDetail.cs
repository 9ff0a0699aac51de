using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.SageMaker;

/// <summary>Detail of <see cref="EventBridge.DetailTypes.ModelPackage"/>; this family is PascalCase.</summary>
public sealed record ModelPackageDetail
{
    [JsonPropertyName("ModelPackageGroupName")]
    public string? GroupName { get; init; }

    [JsonPropertyName("ModelPackageVersion")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int? Version { get; init; }

    [JsonPropertyName("ModelPackageArn")]
    public string? Arn { get; init; }

    /// <summary>One of <see cref="ApprovalStatuses"/>.</summary>
    [JsonPropertyName("ModelApprovalStatus")]
    public string? ApprovalStatus { get; init; }

    /// <summary>What the person who decided wrote; may hold the review reference.</summary>
    [JsonPropertyName("ApprovalDescription")]
    public string? ApprovalDescription { get; init; }

    /// <summary>One of <see cref="PackageStatuses"/>.</summary>
    [JsonPropertyName("ModelPackageStatus")]
    public string? PackageStatus { get; init; }

    /// <summary>ISO 8601, as sent.</summary>
    [JsonPropertyName("CreationTime")]
    public string? CreationTime { get; init; }

    /// <summary>ISO 8601, as sent; tells two changes of one version apart.</summary>
    [JsonPropertyName("LastModifiedTime")]
    public string? LastModifiedTime { get; init; }

    [JsonPropertyName("MetadataProperties")]
    public MetadataProperties? MetadataProperties { get; init; }

    /// <summary>What the pipeline wrote about the version; the keys are in <c>MlopsBatch.Pipelines</c>.</summary>
    [JsonPropertyName("CustomerMetadataProperties")]
    public IReadOnlyDictionary<string, string>? CustomerMetadata { get; init; }

    /// <summary>Some of <see cref="UpdatedFields"/>; absent when the version is new, and possibly otherwise.</summary>
    [JsonPropertyName("UpdatedModelPackageFields")]
    public IReadOnlyList<string>? Updated { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>Whether this change touched <paramref name="field"/>; true too when the event doesn't say what changed.</summary>
    public bool Touches(string field) => Updated is null || Updated.Contains(field, StringComparer.Ordinal);
}
