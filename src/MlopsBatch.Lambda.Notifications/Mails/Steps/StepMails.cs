using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Notifications.Mails.Executions;
using MlopsBatch.Lambda.Notifications.Text;

namespace MlopsBatch.Lambda.Notifications.Mails.Steps;

/// <summary>A step that somebody asked to be told about.</summary>
internal sealed class StepMails(MailTools tools)
{
    public Decision Compose(EventBridgeEvent<PipelineStepDetail> e)
    {
        if (e.Detail is not { StepName: { Length: > 0 } step, CurrentStatus: { Length: > 0 } status })
        {
            return new Decision.NotUnderstood("detail.stepName or detail.currentStepStatus is missing");
        }

        if (PipelineRun.Find(e.Detail.PipelineExecutionArn, tools.Settings) is not { } run)
        {
            return new Decision.NotUnderstood("detail.pipelineExecutionArn is no ARN of a pipeline execution");
        }

        var custom = tools.Settings.MessageFor(step, status);
        var isEnd = status is ExecutionStatuses.Succeeded or ExecutionStatuses.Failed or ExecutionStatuses.Stopped;
        if (custom is null && !(isEnd && tools.Settings.NotifyOn == NotifyOn.All))
        {
            return new Decision.Ignore($"no custom message is set for {step} {status}");
        }

        var text = new MailText();
        foreach (var line in custom?.StepCustomMessage.Split('\n') ?? [])
        {
            text.Paragraph(line);
        }

        text.Paragraph($"Step {step} of {run.Words} is now {status}.").Row("Reason", e.Detail.FailureReason);
        if (status == ExecutionStatuses.Failed)
        {
            text.Paragraph("If the execution ends because of it, a mail of its own says what to do.");
        }

        text.Gap();
        run.Where(text, e.Detail.StartTime, e.Detail.EndTime)
            .Row("Job", e.Detail.Metadata?.JobArn ?? e.Detail.Metadata?.RegisterModel?.Arn)
            .Gap()
            .Row("Log", run.LogsOf(step))
            .Row("In Studio", run.Links.Studio(tools.Settings.StudioDomainId));
        return new Mail
        {
            Kind = MailKinds.Step,
            Topic = MailTopic.Operations,
            Severity = status == ExecutionStatuses.Failed ? Severities.Error : Severities.Info,
            Model = run.Model?.Name,
            Subject = $"{run.Title}, {step} {status}{(custom is null ? "" : $": {custom.StepCustomMessage}")}",
            Body = text.ToString(),
        };
    }
}
