using System.Text.Json;

namespace MlopsBatch.Events.DeadLetters;

/// <summary>What an EventBridge pipe hands over from a dead-letter queue: an array of one to several messages.</summary>
/// <remarks>Source: EventBridge user guide, "Amazon SQS as a source in EventBridge Pipes".</remarks>
public static class QueueMessages
{
    /// <summary>The messages of an event; null if it is something else.</summary>
    /// <exception cref="JsonException">It says that it comes from SQS, and one of the messages is malformed.</exception>
    public static IReadOnlyList<QueueMessage>? Of(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.GetArrayLength() > 0 && json.EnumerateArray().All(IsFromQueue)
            ? [.. json.EnumerateArray().Select(message => message.Deserialize(EventsJsonContext.Default.QueueMessage)!)]
            : null;

    private static bool IsFromQueue(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object
        && message.TryGetProperty("eventSource", out var source)
        && source.ValueKind == JsonValueKind.String
        && source.ValueEquals(QueueMessage.SqsSource);
}
