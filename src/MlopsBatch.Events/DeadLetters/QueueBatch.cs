using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.DeadLetters;

/// <summary>What Lambda hands over from an SQS queue: one to several dead-lettered events.</summary>
/// <remarks>Source: Lambda developer guide, "Using Lambda with Amazon SQS".</remarks>
public sealed record QueueBatch
{
    [JsonPropertyName("Records")] public IReadOnlyList<QueueMessage>? Records { get; init; }

    [JsonExtensionData] public Dictionary<string, JsonElement>? Unknown { get; set; }
}
