namespace MlopsBatch.Lambda.Notifications.Lookups;

/// <summary>A step that failed, with its reason if SageMaker gives one.</summary>
public sealed record FailedStep(string Name, string? Reason);
