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
    public static Decision Started(EventBridgeEvent<TuningDetail> e)
    {
        if (e.Detail is not { Pipeline: { Length: > 0 } pipeline } detail)
        {
            return new Decision.NotUnderstood("detail.pipeline is missing");
        }

        var text = new MailText()
            .Paragraph(
                $"A batch{Where(e, detail)} missed the quality threshold, so {pipeline} has been started: it looks for hyperparameters "
                    + "that do better."
            )
            .Row("Tuning", detail.LatestTuning)
            .Row("It began", Figures.Time(detail.LatestTuningStarted))
            .Row("Violated by", detail.ViolatedBy)
            .Row("In account", AccountOf(detail))
            .Row("Next one from", Figures.Time(detail.CooldownEnds))
            .Heading("What follows")
            .Line("Nothing to do now. If the tuning finds a better model, it registers a version, and a mail says how to decide about it.")
            .Line("Until the day above a violation starts no other tuning (setting hpo.cooldownDays of the model).");
        return Compose(e, detail, text, MailKinds.TuningStarted, Severities.Info, "tuning started");
    }

    public static Decision Skipped(EventBridgeEvent<TuningDetail> e)
    {
        if (e.Detail is not { Pipeline: { Length: > 0 } pipeline } detail)
        {
            return new Decision.NotUnderstood("detail.pipeline is missing");
        }

        var days = detail.CooldownDays?.ToString(CultureInfo.InvariantCulture) ?? "?";
        var text = new MailText()
            .Paragraph(
                $"A batch{Where(e, detail)} missed the quality threshold, but no tuning was started: {pipeline} has begun within the "
                    + $"last {days} days (setting hpo.cooldownDays of the model)."
            )
            .Row("Latest tuning", detail.LatestTuning)
            .Row("Its status", detail.LatestTuningStatus)
            .Row("It began", Figures.Time(detail.LatestTuningStarted))
            .Row("Violated by", detail.ViolatedBy)
            .Row("In account", AccountOf(detail))
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

        return Compose(e, detail, text, MailKinds.TuningSkipped, Severities.Warning, "no tuning started: one began lately");
    }

    private static Mail Compose(
        EventBridgeEvent<TuningDetail> e,
        TuningDetail detail,
        MailText text,
        string kind,
        string severity,
        string outcome
    ) =>
        new()
        {
            Kind = kind,
            Topic = MailTopic.Quality,
            Severity = severity,
            Model = detail.Model,
            Subject = $"{detail.Model ?? detail.Pipeline}: quality violated{In(e, detail)}, {outcome}",
            Body = text.Gap().Row("Told by account", e.Account is null ? null : $"{e.Account}, {e.Region}").ToString(),
        };

    /// <summary>Violations of deploy accounts are told by the account that builds.</summary>
    private static string Where(EventBridgeEvent<TuningDetail> e, TuningDetail detail) =>
        AccountOf(detail) is not { } account ? ""
        : account == e.Account ? " of this account"
        : $" of account {account}";

    private static string In(EventBridgeEvent<TuningDetail> e, TuningDetail detail) =>
        AccountOf(detail) is { } account && account != e.Account ? $" in {account}" : "";

    private static string? AccountOf(TuningDetail detail) =>
        PlainArn.TryParse(detail.ViolatedBy, out var violated) ? violated.Account : null;
}
