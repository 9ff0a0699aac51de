namespace MlopsBatch.Events.Functions;

/// <summary>SNS message attributes on every mail, for subscriptions' filter policies. All are strings.</summary>
public static class MessageAttributes
{
    /// <summary>The model's name in the settings, or <see cref="NoModel"/>.</summary>
    public const string Model = "model";

    /// <summary>One of <see cref="Severities"/>.</summary>
    public const string Severity = "severity";

    /// <summary>One of <see cref="MailKinds"/>.</summary>
    public const string Kind = "kind";

    /// <summary>
    /// Value of <see cref="Model"/> on a mail that belongs to no model of the settings (an unknown event, a dead letter).
    /// At least one subscription of each topic must let it through.
    /// </summary>
    public const string NoModel = "none";
}
