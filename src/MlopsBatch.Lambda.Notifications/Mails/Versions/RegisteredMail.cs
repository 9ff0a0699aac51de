using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Notifications.Text;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.Notifications.Mails.Versions;

/// <summary>A version waits for a person: what there is to know, and three ways to decide.</summary>
internal sealed class RegisteredMail(MailTools tools)
{
    public async Task<Mail> ComposeAsync(ChangedVersion version, CancellationToken cancellationToken)
    {
        var deployed = await ApprovedVersion.FindAsync(
            tools.Registry,
            version.Group,
            version.Gate,
            except: version.Number,
            cancellationToken
        );
        var text = new MailText()
            .Paragraph(Opening(version, deployed))
            .Row("Because", version.IsReopened ? version.Detail.ApprovalDescription : null)
            .Gap();
        version.WriteFigures(text);
        text.Row("Approved now", deployed.Words);
        if (version.RequiresReview)
        {
            text.Heading("Review board needed")
                .Line(
                    "The hyperparameters were changed by the optimisation. The model review board has to agree before "
                        + "this version is rolled out."
                )
                .Line(
                    $"Write \"Review: {ReviewGate.Placeholder}\" into the approval's description (in Studio: the comment of the status). It "
                        + $"takes {version.Gate.Needs}."
                )
                .Line("An approval without it is not rolled out.");
        }

        text.Heading("What follows").Item(IfApproved(version, deployed));
        if (version.Detail.ApprovalStatus != ApprovalStatuses.Rejected)
        {
            text.Item(IfRejected(version, deployed));
        }

        text.Heading("How to decide")
            .Line(
                version.RequiresReview
                    ? $"Any one of these will do. To approve, put the review's reference in place of {ReviewGate.Placeholder}."
                    : "Any one of these will do."
            )
            .Line("To keep a reason with the version, add --approval-description (in Python: ApprovalDescription).");
        Ways(text, version);
        text.Heading("Where it comes from");
        version.WriteLineage(text);
        return new Mail
        {
            Kind = MailKinds.VersionRegistered,
            Topic = MailTopic.Approvals,
            Severity = Severities.Action,
            Model = version.Model?.Name,
            Subject = Subject(version, deployed),
            Body = text.ToString(),
        };
    }

    private static string Subject(ChangedVersion version, ApprovedVersion deployed)
    {
        var subject = $"Approve or reject {version.Name} version {version.Number}{(version.IsReopened ? " again" : "")}";
        if (version.Metric is not { Value: { } value } metric)
        {
            return subject;
        }

        // Figures of different metrics don't compare.
        var other =
            deployed.Version is { } now
            && MetricFigures.Read(now.Metadata) is { Value: { } nowValue } nowMetric
            && nowMetric.Name.Equals(metric.Name, StringComparison.OrdinalIgnoreCase)
                ? nowValue
                : (double?)null;
        var beside =
            other is { } known ? $"version {deployed.Version!.Version} has {Figures.Number(known, value)}"
            : metric.Threshold is { } threshold ? $"threshold {Figures.Number(threshold, value)}"
            : "";
        return $"{subject}: {metric.Name} {Figures.Number(value, other ?? metric.Threshold)}{(beside.Length > 0 ? $" ({beside})" : "")}";
    }

    private static string Opening(ChangedVersion version, ApprovedVersion deployed)
    {
        var name = $"Version {version.Number} of model {version.Name}";
        if (version.Detail.ApprovalStatus == ApprovalStatuses.Rejected)
        {
            return $"{name} was registered as rejected. It is deployed only if you approve it.";
        }

        // Its status before isn't in the event: it was approved or rejected.
        return version.IsReopened
            ? $"The decision about version {version.Number} of model {version.Name} was taken back: it waits for your decision again. "
                + "No deployment starts now: if it is deployed, it stays so until the next deployment, which takes "
                + (
                    deployed switch
                    {
                        { Version: { } now } => $"version {now.Version} unless this one is approved by then.",
                        { IsNone: true } => "none and puts batch inference on hold, unless a version is approved by then.",
                        _ => "the approved version with the highest number.",
                    }
                )
            : $"{name} waits for your decision.";
    }

    private static string IfApproved(ChangedVersion version, ApprovedVersion deployed) =>
        (version.RequiresReview ? "If you approve it and name its review: " : "If you approve it: ")
        + deployed switch
        {
            { Version: { } now } when now.Version > version.Number =>
                $"nothing changes while version {now.Version} is approved, because the highest number is deployed.",
            { Version: { } now } when version.IsReopened =>
                $"it is the one to be deployed, not version {now.Version}; the deployment starts by itself.",
            { Version: { } now } => $"it replaces version {now.Version} in every deploy account; the deployment starts by itself.",
            { IsNone: true } when version.IsReopened => "it is the only approved version and is deployed; the deployment starts by itself.",
            { IsNone: true } => "it is the first version to be deployed, and batch inference can begin; the deployment starts by itself.",
            _ => "the approved version with the highest number is deployed; the deployment starts by itself.",
        };

    private static string IfRejected(ChangedVersion version, ApprovedVersion deployed) =>
        !version.IsReopened
            ? "If you reject it: nothing changes."
            : deployed switch
            {
                { Version: { } now } => $"If you reject it: version {now.Version} is deployed; the deployment starts by itself.",
                { IsNone: true } => "If you reject it: no version is approved, and batch inference is put on hold.",
                _ => "If you reject it: the approved version with the highest number is deployed; the deployment starts by itself.",
            };

    private void Ways(MailText text, ChangedVersion version)
    {
        var approve = version.RequiresReview ? $"Review: {ReviewGate.Placeholder}" : null;
        text.Paragraph("1. SageMaker Studio")
            .Row("Open", version.Links.Studio(tools.Settings.StudioDomainId))
            .Line($"Models > Registered models > {version.Group} > Version {version.Number} > Update status")
            .Paragraph("2. AWS CLI")
            .Code(ShellCommands.UpdateApproval(version.Arn, ApprovalStatuses.Approved, approve))
            .Paragraph("or")
            .Code(ShellCommands.UpdateApproval(version.Arn, ApprovalStatuses.Rejected))
            .Paragraph("3. Python (Boto3)")
            .Code(ShellCommands.UpdateApprovalInPython(version.Arn, ApprovalStatuses.Approved, approve))
            .Paragraph($"or the same with ModelApprovalStatus=\"{ApprovalStatuses.Rejected}\".");
    }
}
