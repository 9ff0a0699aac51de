namespace MlopsBatch.Lambda.Notifications.Lookups;

/// <summary>What an execution worked on.</summary>
/// <param name="Key">Key of the object, as the parameter <c>InputKey</c> has it; null if it has none.</param>
public sealed record ExecutionInput(string? Key);
