namespace MlopsBatch.LocalCloud.Sqs;

/// <summary>How a queue is set, with SQS's defaults.</summary>
public sealed record QueueAttributes
{
    /// <summary>How long a received message stays hidden; 0 s to 12 h.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a message is kept; 60 s to 14 days.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(4);

    /// <summary>ARN of the queue that takes what was received too often; null for none.</summary>
    public string? DeadLetterTarget { get; init; }

    /// <summary>Receptions after which a message goes there; 1 to 1000.</summary>
    public int MaxReceiveCount { get; init; } = 10;

    /// <summary>Id, ARN or alias of the key; null for SQS's own.</summary>
    public string? KmsKey { get; init; }
}
