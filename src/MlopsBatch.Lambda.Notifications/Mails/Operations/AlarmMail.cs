using MlopsBatch.Events.Alarms;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Notifications.Text;

namespace MlopsBatch.Lambda.Notifications.Mails.Operations;

/// <summary>A CloudWatch alarm that a rule sends here.</summary>
internal static class AlarmMail
{
    public static Decision Compose(EventBridgeEvent<AlarmDetail> e)
    {
        if (e.Detail is not { AlarmName: { Length: > 0 } name, State.Value: { Length: > 0 } state })
        {
            return new Decision.NotUnderstood("detail.alarmName or detail.state.value is missing");
        }

        var isOver = state == "OK";
        var text = new MailText()
            .Paragraph(isOver ? $"The alarm {name} is over." : $"The alarm {name} is in state {state}.")
            .Row("Reason", e.Detail.State.Reason)
            .Row("Since", Figures.Time(e.Detail.State.Timestamp))
            .Row("Before", e.Detail.PreviousState?.Value)
            .Row("Account", e.Account is null ? null : $"{e.Account}, {e.Region}")
            .Gap()
            .Row("In the console", new ConsoleLinks(e.Region).Alarm(name));
        return new Mail
        {
            Kind = MailKinds.Alarm,
            Topic = MailTopic.Operations,
            Severity = isOver ? Severities.Info : Severities.Error,
            Subject = isOver ? $"Alarm over: {name}" : $"Alarm {name}: {state}",
            Body = text.ToString(),
        };
    }
}
