namespace MlopsBatch.Lambda.Notifications.Retraining;

/// <summary>A tuning that has begun.</summary>
/// <param name="Arn">The execution.</param>
/// <param name="Name">Its display name; null if it has none.</param>
/// <param name="Started">When it began.</param>
/// <param name="Status">SageMaker's status of it, such as <c>Failed</c>.</param>
public sealed record StartedTuning(string Arn, string? Name, DateTimeOffset Started, string? Status);
