using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Text;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.Notifications.Mails.Executions;

/// <summary>Something broke: a script, a file, a quota, AWS.</summary>
internal static class FailureMail
{
    public static Mail Compose(PipelineRun run, PipelineExecutionDetail detail, ExecutionFailure failure, string? studioDomainId)
    {
        var isAwaited = failure.Steps is [{ Name: StepNames.NoApprovedModel }];
        var text = new MailText().Paragraph(
            isAwaited
                ? $"{run.Sentence} has no model to score with: no version is approved. Its batch is not scored."
                : $"{run.Sentence} failed. {Effect(run, failure)}"
        );
        Steps(text, run, failure);
        text.Gap();
        run.Where(text, detail.StartTime, detail.EndTime).Row("Description", detail.Description);
        text.Heading("What to do");
        if (isAwaited)
        {
            text.Line(
                    "Approve a version of the model. The deployment that follows puts the real pipeline in place; then start "
                        + "it again for this batch:"
                )
                .Code(StartAgain(run));
        }
        else
        {
            if (failure.Steps.Count == 0)
            {
                text.Line("See which step failed, and why:").Code(ShellCommands.ListSteps(run.Region, run.Arn)).Gap();
            }

            text.Line("Mend the cause. To run what failed again, with the same input:")
                .Code(ShellCommands.RetryExecution(run.Region, run.Arn))
                .Gap()
                .Line(
                    "If the mend was deployed, such as a corrected script, a new execution is needed: a retry takes the old script. "
                        + "If the input file itself was wrong, put a corrected one in its place; where the file is the model's trigger, "
                        + "that starts a new execution by itself. Else:"
                )
                .Code(StartAgain(run));
        }

        text.Gap().Row("In Studio", run.Links.Studio(studioDomainId));
        return new Mail
        {
            Kind = MailKinds.ExecutionFailed,
            Topic = MailTopic.Operations,
            Severity = isAwaited ? Severities.Warning : Severities.Error,
            Model = run.Model?.Name,
            Subject = isAwaited ? $"{run.Title} not run: no model version is approved" : $"{run.Title} failed{At(failure.Steps)}",
            Body = text.ToString(),
        };
    }

    /// <summary>Adds each failed step with its reason and log, or what is known of the whole.</summary>
    public static void Steps(MailText text, PipelineRun run, ExecutionFailure failure)
    {
        foreach (var step in failure.Steps)
        {
            text.Gap()
                .Row("Step", step.Name)
                .Row("Reason", step.Reason ?? "SageMaker gives none; read the step's log")
                .Row("Log", run.LogsOf(step.Name));
        }

        if (failure.Steps.Count == 0)
        {
            text.Gap().Row("Reason", failure.Reason ?? "SageMaker gives none, and no step is marked as failed");
        }
    }

    private static string StartAgain(PipelineRun run) =>
        run.InputIsKnown
            ? ShellCommands.StartPipeline(run.PipelineArn, run.InputKey)
            : ShellCommands.StartPipelineOnKey(run.PipelineArn);

    /// <summary>What the failure means for those who wait for the result, as far as it is certain.</summary>
    private static string Effect(PipelineRun run, ExecutionFailure failure) =>
        run.Model is null ? ""
        : !run.IsBatchInference ? "What is deployed stays deployed."
        : failure.Steps.Any(step => step.Name is StepNames.DataPreProcessing or StepNames.CreateModel or StepNames.BatchInference) ? "Its batch is not scored."
        : failure.Steps.Count == 0 ? "Look in the list of its steps whether the batch was scored."
        : "Its batch may have been scored all the same: look whether BatchInferenceStep has succeeded.";

    private static string At(IReadOnlyList<FailedStep> steps) =>
        steps.Count switch
        {
            0 => "",
            1 => $" at {steps[0].Name}",
            _ => $" at {steps[0].Name} and {steps.Count - 1} more",
        };
}
