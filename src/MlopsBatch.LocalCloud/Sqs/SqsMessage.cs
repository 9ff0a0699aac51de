using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Sqs;

/// <summary>A message in a queue.</summary>
public sealed record SqsMessage
{
    public required string MessageId { get; init; }

    public required string Body { get; init; }

    public ImmutableSortedDictionary<string, MessageAttribute> Attributes { get; init; } =
        ImmutableSortedDictionary.Create<string, MessageAttribute>(StringComparer.Ordinal);

    public required DateTimeOffset Sent { get; init; }

    /// <summary>Who sent it.</summary>
    public required string SenderId { get; init; }

    /// <summary>When it was first received; null if it never was.</summary>
    public DateTimeOffset? FirstReceived { get; init; }

    public int ReceiveCount { get; init; }

    /// <summary>What deletes it after the latest reception; empty before.</summary>
    public string ReceiptHandle { get; init; } = "";

    /// <summary>It is hidden until then.</summary>
    public DateTimeOffset VisibleFrom { get; init; }
}
