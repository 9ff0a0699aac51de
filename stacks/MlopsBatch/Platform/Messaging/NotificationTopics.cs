using Pulumi;

namespace MlopsBatch.Platform.Messaging;

/// <summary>The three topics of the account and who subscribes to them.</summary>
internal sealed class NotificationTopics : ComponentResource
{
    public NotificationTopics(Account account, PlatformKey key, DeadLetters deadLetters, ComponentResourceOptions? options = null)
        : base("mlops-batch:platform:Topics", "topics", options)
    {
        Operations = new(account, "operations", "MLOps operations", key, alarmsPublish: true, this);
        Approvals = new(account, "approvals", "MLOps approvals", key, alarmsPublish: false, this);
        Quality = new(account, "quality", "MLOps quality", key, alarmsPublish: false, this);
        PendingConfirmations =
        [
            .. Subscriptions.Create(account, this, deadLetters.Mails),
            .. Subscriptions.Webhooks(account, this, deadLetters.Mails),
        ];
        RegisterOutputs();
    }

    /// <summary>Failures, alarms, dead letters, anything unknown.</summary>
    public SubscribedTopic Operations { get; }

    /// <summary>Versions that were registered, approved, rejected, deployed.</summary>
    public SubscribedTopic Approvals { get; }

    /// <summary>Drift and model quality.</summary>
    public SubscribedTopic Quality { get; }

    public IReadOnlyList<SubscribedTopic> All => [Operations, Approvals, Quality];

    /// <summary>
    /// Addresses whose owners have to click the link in AWS's mail first, and webhooks that have to follow it, each with its topic.
    /// </summary>
    public IReadOnlyList<string> PendingConfirmations { get; }
}
