using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.DeadLetters;

/// <summary>One message of a dead-letter queue; its body is the event that could not be delivered.</summary>
public sealed record QueueMessage
{
    /// <summary>The <c>eventSource</c> of every SQS message.</summary>
    public const string SqsSource = "aws:sqs";

    [JsonPropertyName("messageId")]
    public string? MessageId { get; init; }

    [JsonPropertyName("body")]
    public string? Body { get; init; }

    /// <summary>Why and where delivery failed, by <see cref="DeadLetterAttributes"/>.</summary>
    [JsonPropertyName("messageAttributes")]
    public IReadOnlyDictionary<string, QueueMessageAttribute>? Attributes { get; init; }

    [JsonPropertyName("eventSource")]
    public string? EventSource { get; init; }

    [JsonPropertyName("eventSourceARN")]
    public string? QueueArn { get; init; }

    [JsonPropertyName("awsRegion")]
    public string? Region { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>Text of an attribute, or null.</summary>
    public string? Attribute(string name) => Attributes?.GetValueOrDefault(name)?.StringValue;
}
