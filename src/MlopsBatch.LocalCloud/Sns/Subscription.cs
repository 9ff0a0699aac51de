namespace MlopsBatch.LocalCloud.Sns;

/// <summary>Who gets a topic's messages. Subscriptions of addresses and of HTTPS endpoints count as confirmed.</summary>
public sealed record Subscription
{
    public required string Arn { get; init; }

    public required string TopicArn { get; init; }

    /// <summary>email, email-json, https, sqs or lambda.</summary>
    public required string Protocol { get; init; }

    /// <summary>An address, a URL, or the ARN of a queue or function.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Only messages that match get through; JSON, null for all.</summary>
    public string? FilterPolicy { get; init; }

    /// <summary>What the policy is about: MessageAttributes or MessageBody.</summary>
    public string FilterPolicyScope { get; init; } = "MessageAttributes";

    /// <summary>Queues get the bare message, without SNS's envelope.</summary>
    public bool RawMessageDelivery { get; init; }

    /// <summary>ARN of the queue that takes what can't be delivered, or null.</summary>
    public string? DeadLetterTarget { get; init; }
}
