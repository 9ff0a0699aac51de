using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.SageMaker;

/// <summary>A job, model or model package that a step made.</summary>
public sealed record ResourceReference
{
    [JsonPropertyName("arn")]
    public string? Arn { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
