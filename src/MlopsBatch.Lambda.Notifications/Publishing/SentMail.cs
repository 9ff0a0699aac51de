namespace MlopsBatch.Lambda.Notifications.Publishing;

/// <summary>The topic took the mail.</summary>
/// <param name="MessageId">SNS's id of the message.</param>
/// <param name="TopicArn">The topic.</param>
/// <param name="WasCut">Whether the body was too large and has been cut.</param>
public sealed record SentMail(string? MessageId, string TopicArn, bool WasCut);
