namespace MlopsBatch.Configuration;

/// <summary>What messages are about.</summary>
public enum WebhookTopic
{
    /// <summary>Failures, alarms, dead letters.</summary>
    Operations,

    /// <summary>Versions that were registered, approved, rejected, deployed.</summary>
    Approvals,

    /// <summary>Drift and model quality.</summary>
    Quality,
}
