using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Notifications.Text;

namespace MlopsBatch.Lambda.Notifications.Mails.Versions;

/// <summary>A person has decided: what will be deployed or rolled back.</summary>
internal sealed class DecidedMails(MailTools tools)
{
    public async Task<Mail> ApprovedAsync(ChangedVersion version, CancellationToken cancellationToken)
    {
        var other = await OtherAsync(version, cancellationToken);
        var isHeld = version.RequiresReview && version.ReviewReference is null;
        var (subject, follows) = other switch
        {
            _ when isHeld => (
                "held back until its review is named",
                "It is not rolled out yet: its hyperparameters were changed, and no review is named. The mail about the "
                    + "refusal says how to add it."
            ),
            { Version: { } now } when now.Version > version.Number => (
                $"version {now.Version} stays deployed",
                $"Nothing changes: version {now.Version} is approved, too, and has the higher number. To get version "
                    + $"{version.Number} deployed, reject version {now.Version}."
            ),
            { Version: { } now } => (
                $"replaces version {now.Version}",
                $"It replaces version {now.Version} in every deploy account. The deployment starts by itself; rejecting "
                    + $"this version later brings version {now.Version} back."
            ),
            { IsNone: true } => (
                "first to be deployed",
                "It is the only approved version. The deployment starts by itself, and batch inference can begin."
            ),
            _ => ("deployment starts", $"The approved version with the highest number is deployed. Which one that is: {other.Words}"),
        };
        return Compose(
            MailKinds.VersionApproved,
            version,
            $"{version.Name} version {version.Number} approved: {subject}",
            "approved",
            follows
        );
    }

    public async Task<Mail> RejectedAsync(ChangedVersion version, CancellationToken cancellationToken)
    {
        var other = await OtherAsync(version, cancellationToken);
        var (subject, follows) = other switch
        {
            { Version: { } now } when now.Version > version.Number => (
                $"version {now.Version} stays deployed",
                $"Nothing changes: version {now.Version} has the higher number and stays deployed."
            ),
            // Whether it was deployed isn't in the event, so the words fit both.
            { Version: { } now } => (
                $"version {now.Version} is the approved one",
                $"Version {now.Version} is the approved one with the highest number. If version {version.Number} was "
                    + $"deployed, version {now.Version} comes back in every deploy account; the deployment starts by itself. If "
                    + $"it never was, version {now.Version} stays deployed."
            ),
            { IsNone: true } => (
                "no version is approved",
                "No version is approved. If this one was deployed, the batch inference pipeline is put on hold: it says "
                    + "so when it is started, and its triggers are off until a version is approved."
            ),
            _ => ("deployment starts", $"The approved version with the highest number is deployed. Which one that is: {other.Words}"),
        };
        return Compose(
            MailKinds.VersionRejected,
            version,
            $"{version.Name} version {version.Number} rejected: {subject}",
            "rejected",
            follows
        );
    }

    private Task<ApprovedVersion> OtherAsync(ChangedVersion version, CancellationToken cancellationToken) =>
        ApprovedVersion.FindAsync(tools.Registry, version.Group, version.Gate, except: version.Number, cancellationToken);

    private Mail Compose(string kind, ChangedVersion version, string subject, string word, string follows)
    {
        var text = new MailText()
            .Paragraph($"Version {version.Number} of model {version.Name} was {word}.")
            .Row("Because", version.Detail.ApprovalDescription)
            .Row("Review", version.RequiresReview ? version.ReviewReference ?? "none named" : null)
            .Row("When", Figures.Time(version.Detail.LastModifiedTime))
            .Heading("What follows")
            .Line(follows)
            .Heading("The version");
        version.WriteFigures(text);
        version.WriteLineage(text);
        text.Gap().Row("In Studio", version.Links.Studio(tools.Settings.StudioDomainId));
        return new Mail
        {
            Kind = kind,
            Topic = MailTopic.Approvals,
            Severity = Severities.Info,
            Model = version.Model?.Name,
            Subject = subject,
            Body = text.ToString(),
        };
    }
}
