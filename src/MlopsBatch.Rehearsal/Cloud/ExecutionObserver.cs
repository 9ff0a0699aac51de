using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Scheduler;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>Sees what happens on the default bus of one account, and tells of its executions.</summary>
/// <param name="account">The account.</param>
/// <param name="reader">Reads what an execution left.</param>
/// <param name="progress">Is told.</param>
internal sealed class ExecutionObserver(AccountView account, ExecutionReader reader, IRehearsalProgress progress)
{
    /// <summary>A schedule's execution starts when it fires, however slow the machine is.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, int?> _started = new(StringComparer.Ordinal);

    /// <summary>The report of the execution that this event ends; null if it ends none.</summary>
    public ExecutionReport? See(CloudEvent happened)
    {
        if (happened.Detail["pipelineExecutionArn"]?.ToString() is not { } arn || happened.Account != account.Account.Id)
        {
            return null;
        }

        var execution = account.Account.SageMaker.DescribePipelineExecution(arn);
        var kind = account.Pipelines.KindOf(execution.PipelineName)!.Value;
        if (_started.TryAdd(arn, kind == PipelineKind.BatchInference ? account.DeployedVersion : null))
        {
            progress.ExecutionStarted(execution.Id, Sentence.Title(kind.Slug(), account.Label), TriggerOf(execution, kind));
        }

        if (happened.Detail["stepName"]?.ToString() is { } step)
        {
            // The step may be further than the event that tells of it: each status is said once, by its own event.
            var report = reader.Step(execution.Step(step));
            var status = happened.Detail["currentStepStatus"]?.ToString() ?? report.Status;
            progress.StepChanged(execution.Id, status == report.Status ? report : report with { Status = status, FailureReason = null });
            return null;
        }

        if (happened.Detail["currentPipelineExecutionStatus"]?.ToString() is not ("Succeeded" or "Failed" or "Stopped"))
        {
            return null;
        }

        var ended = reader.Read(execution, kind, TriggerOf(execution, kind), _started[arn]);
        progress.ExecutionEnded(ended);
        return ended;
    }

    private string TriggerOf(PipelineExecution execution, PipelineKind kind)
    {
        var key = Path.GetFileName(execution.Parameters.GetValueOrDefault(ParameterNames.InputKey) ?? "");
        var isScheduled = account
            .Account.Service<SchedulerService>()
            .Fired.Any(fired => execution.StartTime >= fired.Time && execution.StartTime - fired.Time < AtOnce);
        return kind == PipelineKind.TrainingWithHpo ? "violated model quality"
            : isScheduled ? $"schedule, with {key}"
            : $"arrival of {key}";
    }
}
