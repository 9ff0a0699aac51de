using System.Collections.Immutable;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Sns;

/// <summary>A mail as a topic sent it.</summary>
/// <param name="Account">The topic's account.</param>
/// <param name="TopicArn">The topic.</param>
/// <param name="To">The address.</param>
/// <param name="Subject">As published, or SNS's own where none was.</param>
/// <param name="Body">The text, with SNS's footer.</param>
/// <param name="Attributes">The message's attributes.</param>
/// <param name="Time">When it was sent.</param>
public sealed record DeliveredMail(
    string Account,
    string TopicArn,
    string To,
    string Subject,
    string Body,
    ImmutableSortedDictionary<string, MessageAttribute> Attributes,
    DateTimeOffset Time
);
