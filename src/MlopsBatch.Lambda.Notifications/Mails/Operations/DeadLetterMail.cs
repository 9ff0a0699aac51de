using System.Globalization;
using MlopsBatch.Events.DeadLetters;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Common.Text;
using MlopsBatch.Lambda.Notifications.Text;

namespace MlopsBatch.Lambda.Notifications.Mails.Operations;

/// <summary>An event that could not be delivered or handled: why, and the event itself, so that nothing is lost.</summary>
internal static class DeadLetterMail
{
    // Part of the function's name in every stack; settings may only rename the notification function.
    private const string ApprovalDeployName = "approval-deploy";

    /// <summary>The mail to the operators and, if a decision about a version was lost, word of that to whoever decides.</summary>
    public static IEnumerable<Decision> Compose(QueueMessage message, LambdaSettings settings)
    {
        var letter = DeadLetter.Read(message);
        var model = settings.ByPackageGroup(letter.Version?.GroupName);
        yield return ToOperators(message, letter, model);
        if (LostDecision(letter, model) is { } lost)
        {
            yield return lost;
        }
    }

    private static Mail? LostDecision(DeadLetter letter, ModelSettings? model)
    {
        if (
            !letter.IsFailedFunction
            || letter.Version is not { ApprovalStatus: ApprovalStatuses.Approved or ApprovalStatuses.Rejected } version
            || !PlainArn.TryParse(letter.TargetArn, out var function)
            || !function.Name.Contains(ApprovalDeployName, StringComparison.OrdinalIgnoreCase)
        )
        {
            return null;
        }

        var name = NameOf(version, model);
        var isApproval = version.ApprovalStatus == ApprovalStatuses.Approved;
        var text = new MailText()
            .Paragraph(
                $"{name} was {(isApproval ? "approved" : "rejected")}, but GitLab could not be told in all tries. What is "
                    + "deployed stays deployed."
            )
            .Row("Reason", letter.ErrorMessage ?? letter.ErrorCode)
            .Row("Decided", Figures.Time(version.LastModifiedTime))
            .Row("Version", version.Arn)
            .Heading("What follows")
            .Line("The operators have a mail with the reason and with the command that starts the deployment once it is mended.")
            .Line("You need not decide again. If it lasts, ask them about the event below.")
            .Gap()
            .Row("Event id", letter.EventId);
        return new Mail
        {
            Kind = MailKinds.DeploymentFailed,
            Topic = MailTopic.Approvals,
            Severity = Severities.Error,
            Model = model?.Name,
            Subject = $"{name} not deployed: GitLab could not be told",
            Body = text.ToString(),
        };
    }

    private static string NameOf(ModelPackageDetail version, ModelSettings? model) =>
        $"{model?.Name ?? version.GroupName ?? "a model"} version {version.Version?.ToString(CultureInfo.InvariantCulture) ?? "?"}";

    private static Mail ToOperators(QueueMessage message, DeadLetter letter, ModelSettings? model)
    {
        _ = PlainArn.TryParse(letter.TargetArn, out var target);
        _ = PlainArn.TryParse(letter.RuleArn, out var rule);
        _ = PlainArn.TryParse(message.QueueArn, out var queue);
        var text = new MailText()
            .Paragraph(
                letter.IsFailedFunction
                    ? $"The function {target?.Name ?? "(unnamed)"} failed on "
                        + $"{(letter.DetailType is null ? "an event" : $"the event \"{letter.DetailType}\"")} in all tries. What "
                        + "it should have done did not happen."
                : letter.Subject is null
                    ? $"{(letter.DetailType is null ? "An event" : $"The event \"{letter.DetailType}\"")} did not reach its "
                        + "target, and no more attempts are made. What it should have started did not happen."
                : $"The mail \"{letter.Subject}\" did not reach a subscriber, and no more attempts are made."
            )
            .Gap()
            .Row("Error", letter.ErrorCode is null ? letter.ErrorMessage : $"{letter.ErrorCode}: {letter.ErrorMessage}")
            .Row(letter.IsFailedFunction ? "Function" : "Target", letter.TargetArn)
            .Row("Model", letter.Version is null ? null : NameOf(letter.Version, model))
            .Row("Decision", letter.Version?.ApprovalStatus)
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
            text.Line("Then hand the event to the function again:").Code(ShellCommands.InvokeFunction(target, letter.Event));
        }

        text.Gap()
            .Row("Rule in the console", rule is null ? null : new ConsoleLinks(rule.Region).Rule(rule))
            .Row("Queue in the console", queue is null ? null : new ConsoleLinks(queue.Region).Queue(queue))
            .Gap()
            .Line("Once mailed it is deleted from the queue. All of it is below, and in the notification function's log.")
            .Heading("The event")
            .Raw(letter.Event);
        return new Mail
        {
            Kind = MailKinds.DeadLetter,
            Topic = MailTopic.Operations,
            Severity = Severities.Error,
            Model = model?.Name,
            Subject =
                letter.IsFailedFunction
                    ? $"Function {target?.Name ?? "?"} failed: "
                        + (
                            letter.Version is { } version
                                ? $"{NameOf(version, model)} {version.ApprovalStatus}"
                                : letter.DetailType ?? "an event"
                        )
                        + $"{(letter.ErrorCode is null ? "" : $" ({letter.ErrorCode})")}"
                : letter.Subject is { } lost ? $"Undelivered mail: {lost}"
                : $"Undelivered{(target is null ? "" : $" to {target.Service} {target.ResourceParts[^1].Split(':')[^1]}")}: "
                    + $"{letter.DetailType ?? "an event"}{(letter.ErrorCode is null ? "" : $" ({letter.ErrorCode})")}",
            Body = text.ToString(),
            KeepRawEvent = true,
        };
    }
}
