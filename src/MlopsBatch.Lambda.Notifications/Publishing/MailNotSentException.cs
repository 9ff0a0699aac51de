namespace MlopsBatch.Lambda.Notifications.Publishing;

/// <summary>A topic didn't take a mail; the message says which, why, and what to check.</summary>
public sealed class MailNotSentException(string message, Exception inner) : Exception(message, inner);
