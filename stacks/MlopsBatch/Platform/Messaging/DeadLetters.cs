using MlopsBatch.Platform.Sharing;
using Pulumi;

namespace MlopsBatch.Platform.Messaging;

/// <summary>The account's dead-letter queues, one for each kind of sender, so that an alarm says at once what is stuck.</summary>
internal sealed class DeadLetters : ComponentResource
{
    public DeadLetters(Account account, PlatformKey key, ViolationBus? violations, ComponentResourceOptions? options = null)
        : base("mlops-batch:platform:DeadLetters", "dead-letters", options)
    {
        var ours = $"{account.Names.Of()}-*";
        var rules = account.Arn("events", $"rule/{ours}");
        // Not mailed itself: a mail that can't be delivered would be followed by another, without end.
        Mails = new(account, "undelivered-mails", key, ("sns.amazonaws.com", [account.Arn("sns", ours)]), this);
        Events = new(
            account,
            "undelivered-events",
            key,
            ("events.amazonaws.com", violations is null ? [rules] : [rules, account.Arn("events", $"rule/{account.Names.Of()}/{ours}")]),
            this,
            Mails
        );
        Functions = new(account, "failed-functions", key, null, this, Mails);
        Schedules = new(account, "undelivered-schedules", key, null, this, Mails);
        RegisterOutputs();
    }

    /// <summary>Of rules, on the default bus and on the one that takes other accounts' events.</summary>
    public DeadLetterQueue Events { get; }

    /// <summary>Of the topics' subscriptions, and what of the other queues could not be mailed.</summary>
    public DeadLetterQueue Mails { get; }

    /// <summary>Of functions that failed in all their tries.</summary>
    public DeadLetterQueue Functions { get; }

    /// <summary>Of schedules.</summary>
    public DeadLetterQueue Schedules { get; }

    public IReadOnlyList<(string Name, DeadLetterQueue Queue)> All =>
        [
            ("undelivered-events", Events),
            ("undelivered-mails", Mails),
            ("failed-functions", Functions),
            ("undelivered-schedules", Schedules),
        ];
}
