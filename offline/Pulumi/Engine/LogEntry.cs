namespace Pulumi.Engine;

/// <summary>A line for the user, perhaps about a resource.</summary>
internal sealed record LogEntry(LogSeverity Severity, string Message, string Urn, int StreamId, bool Ephemeral);
