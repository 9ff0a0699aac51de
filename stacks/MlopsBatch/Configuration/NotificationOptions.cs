using MlopsBatch.Configuration.Binding;
using MlopsBatch.Events.Settings;

namespace MlopsBatch.Configuration;

/// <summary>Who is told what, by mail and otherwise.</summary>
public sealed record NotificationOptions
{
    /// <summary>Name of the notification function.</summary>
    [Pattern("^[A-Za-z0-9_-]{1,64}$", "1 to 64 letters, digits, '_' or '-'", IsOwnName = true), Example("mlops-batch-notifications")]
    public string? FunctionName { get; init; }

    /// <summary>Operators: they get everything of every model. A model's own people stand in its <c>responsible</c>.</summary>
    [Pattern(Patterns.Mail, Patterns.MailNeeds), Example("ops@example.com")]
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Which executions are told of by mail.</summary>
    public NotifyOn NotifyOn { get; init; } = NotifyOn.Failures;

    /// <summary>Steps that are told of with a text of your own.</summary>
    public IReadOnlyList<CustomNotification> Custom { get; init; } = [];

    /// <summary>HTTPS endpoints that get messages, too.</summary>
    public IReadOnlyList<WebhookOptions> Webhooks { get; init; } = [];
}
