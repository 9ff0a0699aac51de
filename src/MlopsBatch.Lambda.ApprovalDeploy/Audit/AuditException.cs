namespace MlopsBatch.Lambda.ApprovalDeploy.Audit;

/// <summary>An audit event was not taken by the bus; the message says which and why.</summary>
public sealed class AuditException(string message, Exception? inner = null) : Exception(message, inner);
