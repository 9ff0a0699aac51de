using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Text;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.Notifications.Mails.Executions;

/// <summary>An execution that ended: one mail that says which step failed and why.</summary>
internal sealed class ExecutionMails(MailTools tools)
{
    public async Task<Decision> ComposeAsync(EventBridgeEvent<PipelineExecutionDetail> e, CancellationToken cancellationToken)
    {
        if (e.Detail?.CurrentStatus is not { } status)
        {
            return new Decision.NotUnderstood("detail.currentPipelineExecutionStatus is missing");
        }

        if (PipelineRun.Find(e.Detail.PipelineExecutionArn, tools.Settings) is not { } run)
        {
            return new Decision.NotUnderstood("detail.pipelineExecutionArn is no ARN of a pipeline execution");
        }

        return status switch
        {
            ExecutionStatuses.Failed => await FailedAsync(run, e.Detail, cancellationToken),
            ExecutionStatuses.Succeeded or ExecutionStatuses.Stopped when tools.Settings.NotifyOn == NotifyOn.All => Finished(
                run,
                e.Detail,
                status
            ),
            ExecutionStatuses.Succeeded or ExecutionStatuses.Stopped or ExecutionStatuses.Stopping or ExecutionStatuses.Executing =>
                new Decision.Ignore($"an execution that is {status} is told only with notifyOn: all"),
            _ => new Decision.NotUnderstood($"detail.currentPipelineExecutionStatus is \"{status}\", which is no known status"),
        };
    }

    private Mail Finished(PipelineRun run, PipelineExecutionDetail detail, string status)
    {
        var text = new MailText()
            .Paragraph($"{run.Sentence} {(status == ExecutionStatuses.Succeeded ? "succeeded" : "was stopped by hand")}.")
            .Gap();
        run.Where(text, detail.StartTime, detail.EndTime)
            .Row("Description", detail.Description)
            .Gap()
            .Row("In Studio", run.Links.Studio(tools.Settings.StudioDomainId));
        return new Mail
        {
            Kind = status == ExecutionStatuses.Succeeded ? MailKinds.ExecutionSucceeded : MailKinds.ExecutionStopped,
            Topic = MailTopic.Operations,
            Severity = Severities.Info,
            Model = run.Model?.Name,
            Subject = $"{run.Title} {(status == ExecutionStatuses.Succeeded ? "succeeded" : "stopped")}",
            Body = text.ToString(),
        };
    }

    private async Task<Mail> FailedAsync(PipelineRun run, PipelineExecutionDetail detail, CancellationToken cancellationToken)
    {
        ExecutionFailure failure;
        try
        {
            failure = await tools.Executions.FailureOfAsync(run.Arn.ToString(), cancellationToken);
        }
        catch (LookupException e)
        {
            failure = new ExecutionFailure($"not known. {e.Message}", []);
        }

        run = await run.WithInputAsync(tools.Executions, cancellationToken);

        var verdict = failure.Steps.FirstOrDefault(step => step.Name is StepNames.MetricBelowThreshold or StepNames.ModelQualityViolation);
        return verdict?.Name switch
        {
            StepNames.MetricBelowThreshold => await new VerdictMails(tools).MetricBelowThresholdAsync(
                run,
                detail,
                failure,
                verdict,
                cancellationToken
            ),
            StepNames.ModelQualityViolation => await new VerdictMails(tools).ModelQualityViolationAsync(
                run,
                detail,
                failure,
                verdict,
                cancellationToken
            ),
            _ => FailureMail.Compose(run, detail, failure, tools.Settings.StudioDomainId),
        };
    }
}
