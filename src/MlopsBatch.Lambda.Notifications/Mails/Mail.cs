using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Common.Logging;

namespace MlopsBatch.Lambda.Notifications.Mails;

/// <summary>What people get to read, before it is fitted to what SNS takes.</summary>
public sealed record Mail
{
    /// <summary>One of <see cref="MailKinds"/>.</summary>
    public required string Kind { get; init; }

    public required MailTopic Topic { get; init; }

    /// <summary>One of <see cref="Severities"/>.</summary>
    public required string Severity { get; init; }

    /// <summary>The model's name in the settings; null for a mail that belongs to none.</summary>
    public string? Model { get; init; }

    /// <summary>Meaning first; any text and length.</summary>
    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>Whether the raw event must be kept in the log, because nobody understood it.</summary>
    public bool KeepRawEvent { get; init; }

    /// <summary>Metrics that the event gives besides the count of mails.</summary>
    public IReadOnlyList<MetricValue> Metrics { get; init; } = [];
}
