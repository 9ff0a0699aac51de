using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.DeadLetters;

/// <summary>An attribute of an SQS message.</summary>
public sealed record QueueMessageAttribute
{
    [JsonPropertyName("stringValue")]
    public string? StringValue { get; init; }

    [JsonPropertyName("dataType")]
    public string? DataType { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
