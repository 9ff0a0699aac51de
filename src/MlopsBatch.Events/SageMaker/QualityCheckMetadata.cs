using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.SageMaker;

/// <summary>What a QualityCheck step did.</summary>
public sealed record QualityCheckMetadata
{
    /// <summary><c>DATA_QUALITY</c> or <c>MODEL_QUALITY</c>.</summary>
    [JsonPropertyName("checkType")]
    public string? CheckType { get; init; }

    /// <summary>S3 URI of <c>constraint_violations.json</c>.</summary>
    [JsonPropertyName("violationReport")]
    public string? ViolationReport { get; init; }

    [JsonPropertyName("checkJobArn")]
    public string? CheckJobArn { get; init; }

    [JsonPropertyName("modelPackageGroupName")]
    public string? ModelPackageGroupName { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
