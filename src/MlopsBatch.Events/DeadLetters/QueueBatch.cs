using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.DeadLetters;

/// <summary>
/// What is handed over from an SQS queue: one to several dead-lettered events. Lambda's own reader wraps them in an object;
/// an EventBridge pipe hands over the bare array of the same messages.
/// </summary>
/// <remarks>Sources: Lambda developer guide, "Using Lambda with Amazon SQS"; EventBridge user guide, "Amazon SQS as a source in
/// EventBridge Pipes".</remarks>
public sealed record QueueBatch
{
    [JsonPropertyName("Records")]
    public IReadOnlyList<QueueMessage>? Records { get; init; }

    /// <summary>The messages of an event, in either form; null if it is something else.</summary>
    /// <exception cref="JsonException">It says that it comes from SQS, and one of the messages is malformed.</exception>
    public static IReadOnlyList<QueueMessage>? MessagesOf(JsonElement json)
    {
        var records = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("Records", out var wrapped) ? wrapped : json;
        if (records.ValueKind != JsonValueKind.Array || !records.EnumerateArray().Any() || !records.EnumerateArray().All(IsFromQueue))
        {
            return null;
        }

        return [.. records.EnumerateArray().Select(record => record.Deserialize(EventsJsonContext.Default.QueueMessage)!)];
    }

    private static bool IsFromQueue(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object
        && record.TryGetProperty("eventSource", out var source)
        && source.ValueKind == JsonValueKind.String
        && source.ValueEquals(QueueMessage.SqsSource);

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
