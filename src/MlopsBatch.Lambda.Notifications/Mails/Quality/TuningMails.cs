using System.Globalization;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Common.Text;
using MlopsBatch.Lambda.Notifications.Text;

namespace MlopsBatch.Lambda.Notifications.Mails.Quality;

/// <summary>What became of a violated model quality: our own audit event, written by the guard before the tuning.</summary>
internal static class TuningMails
{
    public static Decision Skipped(EventBridgeEvent<TuningDetail> e)
    {
        if (e.Detail is not { Pipeline: { Length: > 0 } pipeline } detail)
        {
            return new Decision.NotUnderstood("detail.pipeline is missing");
        }

        var days = detail.CooldownDays?.ToString(CultureInfo.InvariantCulture) ?? "?";
        var text = new MailText()
            .Paragraph(
                $"A batch missed the quality threshold, but no tuning was started: {pipeline} has begun within the last "
                    + $"{days} days (setting hpo.cooldownDays of the model)."
            )
            .Row("Latest tuning", detail.LatestTuning)
            .Row("Its status", detail.LatestTuningStatus)
            .Row("It began", Figures.Time(detail.LatestTuningStarted))
            .Row("Violated by", detail.ViolatedBy)
            .Row("Next one from", Figures.Time(detail.CooldownEnds))
            .Heading("What to do")
            .Line("If the tuning has registered a version that waits for its review or approval, decide about it.")
            .Line("If it failed or was stopped, it counts all the same: mend the cause, and start it again.")
            .Line("If it hasn't found a better model, new training data may be needed rather than other hyperparameters.")
            .Line("To tune all the same, start the pipeline by hand:");
        if (PlainArn.TryParse(detail.LatestTuning, out var latest) && latest.ResourceParts is ["pipeline", _, ..])
        {
            text.Code(ShellCommands.StartPipeline(latest with { Resource = $"pipeline/{latest.ResourceParts[1]}" }, inputKey: null));
        }

        text
            .Gap()
            .Row("Account", e.Account is null ? null : $"{e.Account}, {e.Region}");
        return new Mail
        {
            Kind = MailKinds.TuningSkipped,
            Topic = MailTopic.Quality,
            Severity = Severities.Warning,
            Model = detail.Model,
            Subject = $"{detail.Model ?? pipeline}: quality violated, no tuning started: one began lately",
            Body = text.ToString(),
        };
    }
}
