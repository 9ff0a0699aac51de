using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Notifications.Routing;
using MlopsBatch.Lambda.Notifications.Text;

namespace MlopsBatch.Lambda.Notifications.Mails.Operations;

/// <summary>An event that nobody understands goes to the operators as it is; it is never dropped.</summary>
internal static class UnknownMail
{
    public static Mail Compose(RawEvent raw, string reason)
    {
        var what =
            raw.DetailType is null && raw.Source is null ? null : $"{raw.Source ?? "no source"} / {raw.DetailType ?? "no detail-type"}";
        var text = new MailText()
            .Paragraph(
                "An event came that the notification function doesn't understand. It is below as it came; nothing else was done with it."
            )
            .Row("Reason", reason)
            .Row("Event", what)
            .Row("Event id", raw.Id)
            .Heading("What to do")
            .Line("If a rule sends such events on purpose, the function has to learn them. If not, narrow the rule that sends them.")
            .Heading("The event")
            .Raw(raw.Text);
        return new Mail
        {
            Kind = MailKinds.Unknown,
            Topic = MailTopic.Operations,
            Severity = Severities.Warning,
            Subject = $"Event not understood: {what ?? "not even JSON with a source"}",
            Body = text.ToString(),
            KeepRawEvent = true,
        };
    }
}
