namespace MlopsBatch.LocalCloud.Lambda;

/// <summary>What becomes of asynchronous invocations that fail, with Lambda's defaults.</summary>
public sealed record EventInvokeConfig
{
    /// <summary>0 to 2.</summary>
    public int MaximumRetryAttempts { get; init; } = 2;

    /// <summary>60 s to 6 h.</summary>
    public TimeSpan MaximumEventAge { get; init; } = TimeSpan.FromHours(6);

    /// <summary>ARN that gets an envelope when an event failed for good; null for none.</summary>
    public string? OnFailure { get; init; }

    /// <summary>ARN that gets an envelope when an event succeeded; null for none.</summary>
    public string? OnSuccess { get; init; }
}
