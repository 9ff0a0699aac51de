using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.S3;

/// <summary>The bucket of an <see cref="ObjectCreatedDetail"/>.</summary>
public sealed record BucketReference
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
