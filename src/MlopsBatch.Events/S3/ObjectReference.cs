using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.S3;

/// <summary>The object of an <see cref="ObjectCreatedDetail"/>.</summary>
public sealed record ObjectReference
{
    [JsonPropertyName("key")]
    public string? Key { get; init; }

    /// <summary>Bytes.</summary>
    [JsonPropertyName("size")]
    public long? Size { get; init; }

    [JsonPropertyName("etag")]
    public string? ETag { get; init; }

    [JsonPropertyName("version-id")]
    public string? VersionId { get; init; }

    [JsonPropertyName("sequencer")]
    public string? Sequencer { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
