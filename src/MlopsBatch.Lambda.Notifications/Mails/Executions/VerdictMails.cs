using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Mails.Versions;
using MlopsBatch.Lambda.Notifications.Text;

namespace MlopsBatch.Lambda.Notifications.Mails.Executions;

/// <summary>Nothing broke, but the figures aren't good enough: the execution ended in one of the two verdict steps.</summary>
internal sealed class VerdictMails(MailTools tools)
{
    public async Task<Mail> MetricBelowThresholdAsync(
        PipelineRun run,
        PipelineExecutionDetail detail,
        ExecutionFailure failure,
        FailedStep verdict,
        CancellationToken cancellationToken
    )
    {
        var report = await Report.EvaluationAsync(tools.Objects, run, cancellationToken);
        var approved = await ApprovedVersion.FindAsync(tools.Registry, run.Model, except: null, cancellationToken);
        var text = new MailText()
            .Paragraph(
                $"{run.Sentence} made a model that is "
                    + $"{(report.IsNoBetterThanNaive ? "no better than the naive baseline" : "not good enough")}. "
                    + "It was not registered; what is deployed stays deployed."
            )
            .Gap();
        report.WriteTo(text, "Metric", verdict);
        text.Row("Approved now", approved.Words);
        Rest(text, run, detail, failure, verdict);
        text.Heading("What to do")
            .Line("Look at the training data first: a metric near the naive baseline means that the features say little about the target.")
            .Line(
                report.IsNoBetterThanNaive
                    ? "Then train again with more or better data. The threshold is met, so another one changes nothing."
                    : "Then train again with better data or other hyperparameters. If the threshold is too strict, change "
                        + "metric.threshold in the stack's settings."
            )
            .Gap()
            .Row("Report", report.Link)
            .Row("In Studio", run.Links.Studio(tools.Settings.StudioDomainId));
        var made = report.IsNoBetterThanNaive ? "made a model no better than the naive baseline" : "made no good enough model";
        return Verdict(MailKinds.MetricBelowThreshold, run, $"{run.Title} {made}{report.Subject}", text);
    }

    public async Task<Mail> ModelQualityViolationAsync(
        PipelineRun run,
        PipelineExecutionDetail detail,
        ExecutionFailure failure,
        FailedStep verdict,
        CancellationToken cancellationToken
    )
    {
        var report = await Report.ModelQualityAsync(tools.Objects, run, cancellationToken);
        var text = new MailText()
            .Paragraph(
                $"The predictions of model {run.Model?.Name ?? run.Pipeline} no longer meet the threshold, measured on a "
                    + "batch whose truth is known. The batch was scored all the same."
            )
            .Gap();
        report.WriteTo(text, "Metric on this batch", verdict);
        text.Row("Batch", report.Files);
        Rest(text, run, detail, failure, verdict);
        text.Heading("What follows")
            .Line(Retraining(run.Model))
            .Heading("What to do")
            .Line(
                "Until then, treat this batch's results with care. Check whether the batch itself is unusual: a data "
                    + "drift mail about the same execution names the features."
            )
            .Gap()
            .Row("Report", report.Link)
            .Row("In Studio", run.Links.Studio(tools.Settings.StudioDomainId));
        return Verdict(
            MailKinds.ModelQualityViolation,
            run,
            $"{run.Model?.Name ?? run.Pipeline}: model quality violated{report.Subject}",
            text
        );
    }

    private static string Retraining(ModelSettings? model) =>
        model is { RetrainOnViolation: true }
            ? "The training with hyperparameter optimisation starts by itself, unless one has begun lately: then another mail "
                + "says so. If it finds a model that meets the threshold, a mail asks for the new version's approval."
            : "Nothing starts by itself here. Start the training with hyperparameter optimisation by hand if a new model is wanted.";

    private static void Rest(MailText text, PipelineRun run, PipelineExecutionDetail detail, ExecutionFailure failure, FailedStep verdict)
    {
        var others = failure.Steps.Where(step => step != verdict).ToArray();
        if (others.Length > 0)
        {
            text.Paragraph("Something else failed in the same execution:");
            FailureMail.Steps(text, run, failure with { Steps = others });
        }

        text.Gap();
        run.Where(text, detail.StartTime, detail.EndTime);
    }

    private static Mail Verdict(string kind, PipelineRun run, string subject, MailText text) =>
        new()
        {
            Kind = kind,
            Topic = MailTopic.Quality,
            Severity = Severities.Warning,
            Model = run.Model?.Name,
            Subject = subject,
            Body = text.ToString(),
        };
}
