namespace MlopsBatch.Lambda.ApprovalDeploy;

/// <summary>The event can't be acted upon. The invocation fails, so that the event reaches the dead-letter queue and the
/// operators.</summary>
public sealed class UnusableEventException(string reason) : Exception($"The event can't be used: {reason}.");
