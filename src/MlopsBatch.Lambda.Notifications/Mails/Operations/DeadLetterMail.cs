using MlopsBatch.Events.DeadLetters;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Common.Text;
using MlopsBatch.Lambda.Notifications.Text;

namespace MlopsBatch.Lambda.Notifications.Mails.Operations;

/// <summary>An event that could not be delivered or handled: why, and the event itself, so that nothing is lost.</summary>
internal static class DeadLetterMail
{
    public static Mail Compose(QueueMessage message)
    {
        var letter = DeadLetter.Read(message);
        Arn.TryParse(letter.TargetArn, out var target);
        Arn.TryParse(letter.RuleArn, out var rule);
        Arn.TryParse(message.QueueArn, out var queue);
        var text = new MailText()
            .Paragraph(
                letter.Subject is null
                    ? $"{(letter.DetailType is null ? "An event" : $"The event \"{letter.DetailType}\"")} did not reach its target, and no more attempts are made. What it should have started did not happen."
                    : $"The mail \"{letter.Subject}\" did not reach a subscriber, and no more attempts are made."
            )
            .Gap()
            .Row("Error", letter.ErrorCode is null ? letter.ErrorMessage : $"{letter.ErrorCode}: {letter.ErrorMessage}")
            .Row("Target", letter.TargetArn)
            .Row("Rule", letter.RuleArn)
            .Row("Schedule", letter.ScheduleArn)
            .Row("Attempts", letter.Attempts)
            .Row("Given up because of", letter.GivenUpBecause)
            .Row("Event id", letter.EventId)
            .Row("Event time", Figures.Time(letter.EventTime))
            .Row("Queue", message.QueueArn)
            .Heading("What to do")
            .Line(
                letter.Subject is null
                    ? "Mend the cause that the error names, such as a missing permission or a target that is gone."
                    : "Look at the topic's subscriptions: an address may refuse mail, or an endpoint may be gone. The mail is below."
            );
        if (target is { Service: "sagemaker" } && target.ResourceParts is ["pipeline", ..])
        {
            text.Line("Then start the pipeline by hand for the object in the event:")
                .Code(ShellCommands.StartPipeline(target, letter.ObjectKey));
        }
        else if (target is { Service: "lambda" })
        {
            text.Line("Then put the event below into a file event.json and hand it to the function again:")
                .Code(ShellCommands.InvokeFunction(target));
        }

        text.Gap()
            .Row("Rule in the console", rule is null ? null : new ConsoleLinks(rule.Region).Rule(rule))
            .Row("Queue in the console", queue is null ? null : new ConsoleLinks(queue.Region).Queue(queue))
            .Gap()
            .Line("Once mailed it is deleted from the queue. All of it is below, and in the notification function's log.")
            .Heading("The event")
            .Line(letter.Event);
        return new Mail
        {
            Kind = MailKinds.DeadLetter,
            Topic = MailTopic.Operations,
            Severity = Severities.Error,
            Subject = letter.Subject is { } lost
                ? $"Undelivered mail: {lost}"
                : $"Undelivered{(target is null ? "" : $" to {target.Service} {target.ResourceParts[^1].Split(':')[^1]}")}: {letter.DetailType ?? "an event"}{(letter.ErrorCode is null ? "" : $" ({letter.ErrorCode})")}",
            Body = text.ToString(),
            KeepRawEvent = true,
        };
    }
}
