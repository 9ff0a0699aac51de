using System.Globalization;
using MlopsBatch.Aws;
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
    // The failure after which GitLab has been asked all the same.
    private const string NotRecorded = "AuditException";

    /// <summary>The mail to the operators and, if a decision about a version was lost, word of that to whoever decides.</summary>
    public static IEnumerable<Decision> Compose(QueueMessage message, LambdaSettings settings)
    {
        var letter = DeadLetter.Read(message).AsTuning(settings);
        _ = PlainArn.TryParse(letter.TargetArn, out var target);
        var model = settings.ByPackageGroup(letter.Version?.GroupName) ?? settings.ByPipeline(letter.TuningPipeline ?? PipelineOf(target));
        yield return ToOperators(message, letter, target, model);
        if (LostDecision(letter, target, model) is { } lost)
        {
            yield return lost;
        }
    }

    private static Mail? LostDecision(DeadLetter letter, Arn? target, ModelSettings? model)
    {
        if (
            !IsOfApprovalDeploy(letter, target)
            || letter.Version is not { ApprovalStatus: ApprovalStatuses.Approved or ApprovalStatuses.Rejected } version
        )
        {
            return null;
        }

        var name = NameOf(version, model);
        var decided = version.ApprovalStatus == ApprovalStatuses.Approved ? "approved" : "rejected";
        var isAsked = letter.ErrorCode == NotRecorded;
        var text = new MailText()
            .Paragraph(
                isAsked
                    ? $"{name} was {decided}, and GitLab was asked to deploy, but that could not be recorded. Whether the deployment ran "
                        + "stands in GitLab only."
                    : $"{name} was {decided}, but the deployment could not be started in all tries. As far as is known nothing was "
                        + "deployed; if GitLab's answer got lost, its list of pipelines shows one."
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
            Subject = isAsked
                ? $"{name}: whether it is deployed is not recorded"
                : $"{name} not deployed: the deployment could not be started",
            Body = text.ToString(),
        };
    }

    private static bool IsOfApprovalDeploy(DeadLetter letter, Arn? target) =>
        letter.IsFailedFunction && target?.Name.Contains(FunctionNames.ApprovalDeploy, StringComparison.OrdinalIgnoreCase) == true;

    private static string NameOf(ModelPackageDetail version, ModelSettings? model) =>
        $"{model?.Name ?? version.GroupName ?? "a model"} version {version.Version?.ToString(CultureInfo.InvariantCulture) ?? "?"}";

    private static string? PipelineOf(Arn? target) =>
        target is { Service: "sagemaker" } && target.ResourceParts is ["pipeline", var name, ..] ? name : null;

    private static string ShortName(Arn target) => target.ResourceParts[^1].Split(':')[^1];

    private static Mail ToOperators(QueueMessage message, DeadLetter letter, Arn? target, ModelSettings? model)
    {
        _ = PlainArn.TryParse(letter.RuleArn, out var rule);
        var text = new MailText()
            .Paragraph(Opening(letter, target))
            .Gap()
            .Row("Error", letter.ErrorCode is null ? letter.ErrorMessage : $"{letter.ErrorCode}: {letter.ErrorMessage}")
            .Row(letter.IsFailedFunction ? "Function" : "Target", letter.TargetArn)
            .Row("Model", letter.Version is null ? model?.Name : NameOf(letter.Version, model))
            .Row("Approval status", letter.Version?.ApprovalStatus)
            .Row("Object", letter.ObjectKey)
            .Row("Rule", letter.RuleArn)
            .Row("Schedule", letter.ScheduleArn)
            .Row(letter.IsFailedFunction ? "Tries" : "Tries after the first", letter.Attempts)
            .Row("Given up because of", letter.GivenUpBecause)
            .Row("Request id", letter.RequestId)
            .Row("Event id", letter.EventId)
            .Row("Event time", Figures.Time(letter.EventTime))
            .Row("Queue", message.QueueArn)
            .Heading("What to do");
        ToDo(text, letter, target);
        text.Gap()
            .Row("Rule in the console", rule is null ? null : new ConsoleLinks(rule.Region).Rule(rule))
            .Gap()
            .Line("The queue's message is deleted once this mail is sent. All of it is below, and in the notification function's log.")
            .Heading("The event")
            .Raw(letter.Event);
        return new Mail
        {
            Kind = MailKinds.DeadLetter,
            Topic = MailTopic.Operations,
            Severity = Severities.Error,
            Model = model?.Name,
            Subject = Subject(letter, target, model),
            Body = text.ToString(),
            KeepRawEvent = true,
        };
    }

    /// <summary>What did not happen.</summary>
    private static string Opening(DeadLetter letter, Arn? target)
    {
        const string Over = "and no more tries are made.";
        var e = letter.DetailType is null ? "an event" : $"the event \"{letter.DetailType}\"";
        if (letter.IsFailedFunction)
        {
            return $"The function {target?.Name ?? "(unnamed)"} failed on {e} in all tries. "
                + (
                    letter.TuningPipeline is { } tuning ? $"A batch missed the quality threshold, and as far as it knows {tuning} was not "
                        + "started."
                    : !IsOfApprovalDeploy(letter, target) ? "Nobody was told of it by mail."
                    : letter.ErrorCode == NotRecorded ? "GitLab was asked to deploy, but neither the audit log nor a mail says so."
                    : "As far as it knows, no deployment was started."
                );
        }

        if (PipelineOf(target) is { } pipeline)
        {
            return PlainArn.TryParse(letter.ScheduleArn, out var schedule)
                ? $"The pipeline {pipeline} was not started: the schedule {ShortName(schedule)} could not reach it, {Over}"
                : $"The pipeline {pipeline} was not started: {e} did not reach it, {Over}";
        }

        return target switch
        {
            { Service: "logs" } => $"The log group {ShortName(target)} lacks an entry: {e} did not reach it, {Over}",
            { Service: "lambda" } when letter.TuningPipeline is { } tuning =>
                $"A batch missed the quality threshold, and {tuning} was not started: {e} did not reach the function {ShortName(target)}, "
                    + Over,
            { Service: "lambda" } => $"The function {ShortName(target)} was not called: {e} did not reach it, {Over}",
            { Service: "events" } => $"The event bus {ShortName(target)} lacks an event: {e} did not reach it, {Over} What it should have "
                + "started there did not happen.",
            _ => $"{char.ToUpperInvariant(e[0])}{e[1..]} did not reach its target, {Over} What it should have started did not happen.",
        };
    }

    private static void ToDo(MailText text, DeadLetter letter, Arn? target)
    {
        if (letter.IsFailedFunction && target is { Service: "lambda" } && ShellCommands.RequestLog(target, letter.RequestId) is { } log)
        {
            text.Line("See what the function did, and mend the cause that the error names:").Code(log).Gap();
        }
        else
        {
            text.Line("Mend the cause that the error names, such as a missing permission or a target that is gone.");
        }

        if (PipelineOf(target) is not null)
        {
            text.Line($"Then start the pipeline by hand{(letter.ObjectKey is null ? "" : " for the object in the event")}:")
                .Code(ShellCommands.StartPipeline(target!, letter.ObjectKey));
        }
        else if (target is { Service: "lambda" })
        {
            text.Line(
                    letter.Request is null
                        ? "Then hand the event to the function again:"
                        : "Then hand the function what the rule would have made of the event; it starts a tuning unless one began lately:"
                ).Code(ShellCommands.InvokeFunction(target, letter.Request ?? letter.Event));
        }
        else
        {
            text.Line("The event can't be sent again as AWS sent it; do by hand what it should have done.");
        }
    }

    private static string Subject(DeadLetter letter, Arn? target, ModelSettings? model)
    {
        var code = letter.ErrorCode is null ? "" : $" ({letter.ErrorCode})";
        var e = letter.DetailType ?? "an event";
        return letter.TuningPipeline is { } tuning
                ? $"{model?.Name ?? tuning}: no tuning started after a quality violation{code}"
            : letter.IsFailedFunction
                ? $"Function {target?.Name ?? "?"} failed: "
                    + (letter.Version is { } version ? $"{NameOf(version, model)} {version.ApprovalStatus}" : e)
                    + code
            : PipelineOf(target) is { } pipeline ? $"Pipeline {pipeline} not started{code}"
            : $"Undelivered{(target is null ? "" : $" to {target.Service} {ShortName(target)}")}: {e}{code}";
    }
}
