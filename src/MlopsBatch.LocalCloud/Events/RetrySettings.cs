namespace MlopsBatch.LocalCloud.Events;

/// <summary>How long a delivery is tried again, with EventBridge's defaults.</summary>
/// <param name="MaximumRetryAttempts">0 to 185.</param>
/// <param name="MaximumEventAgeInSeconds">60 to 86,400.</param>
public sealed record RetrySettings(int MaximumRetryAttempts = 185, int MaximumEventAgeInSeconds = 86_400);
