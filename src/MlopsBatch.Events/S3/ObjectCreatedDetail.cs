using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.S3;

/// <summary>Detail of <see cref="EventBridge.DetailTypes.ObjectCreated"/>.</summary>
/// <remarks>Source: S3 user guide, "EventBridge event message structure".</remarks>
public sealed record ObjectCreatedDetail
{
    [JsonPropertyName("bucket")]
    public BucketReference? Bucket { get; init; }

    [JsonPropertyName("object")]
    public ObjectReference? Object { get; init; }

    /// <summary><c>PutObject</c>, <c>POST Object</c>, <c>CopyObject</c> or <c>CompleteMultipartUpload</c>.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
