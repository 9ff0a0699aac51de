using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Notifications.Text;
using MlopsBatch.Pipelines;

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
        var isRejected = version.Detail.ApprovalStatus == ApprovalStatuses.Rejected;
        var text = new MailText()
            .Paragraph(
                isRejected
                    ? $"Version {version.Number} of model {version.Name} was registered as rejected. It is deployed only if you approve it."
                    : $"Version {version.Number} of model {version.Name} waits for your decision."
            )
            .Gap();
        version.WriteFigures(text);
        text.Row("Approved now", deployed.Words);
        if (version.RequiresReview)
        {
            text.Heading("Review board needed")
                .Line(
                    "The hyperparameters were changed by the optimisation. The model review board has to agree before this version is rolled out."
                )
                .Line(
                    $"When you approve, write its reference into the description, in place of {ReviewGate.Placeholder} below. An approval without it is not rolled out."
                );
        }

        text.Heading("What follows").Item(IfApproved(version, deployed)).Item("If you reject it: nothing changes.");
        text.Heading("How to decide").Line("Any one of these will do. Put your reason in place of the text in quotes.");
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
        var subject = $"Approve or reject {version.Name} version {version.Number}";
        if (version.Metric is not { Value: { } value } metric)
        {
            return subject;
        }

        var beside =
            deployed.Version is { } now && MetricFigures.Read(now.Metadata) is { Value: { } nowValue }
                ? $"version {now.Version} has {Figures.Number(nowValue)}"
            : metric.Threshold is { } threshold ? $"threshold {Figures.Number(threshold)}"
            : "";
        return $"{subject}: {metric.Name} {Figures.Number(value)}{(beside.Length > 0 ? $" ({beside})" : "")}";
    }

    private static string IfApproved(ChangedVersion version, ApprovedVersion deployed) =>
        deployed switch
        {
            { Version: { } now } when now.Version > version.Number =>
                $"If you approve it: nothing changes while version {now.Version} is approved, because the highest number is deployed.",
            { Version: { } now } =>
                $"If you approve it: it replaces version {now.Version} in every deploy account; the deployment starts by itself.",
            { IsNone: true } =>
                "If you approve it: it is the first version to be deployed, and batch inference can begin; the deployment starts by itself.",
            _ => "If you approve it: the approved version with the highest number is deployed; the deployment starts by itself.",
        };

    private void Ways(MailText text, ChangedVersion version)
    {
        var approve = version.RequiresReview ? $"Review: {ReviewGate.Placeholder}" : "why it is good enough";
        text.Paragraph("1. SageMaker Studio")
            .Row("Open", version.Links.Studio(tools.Settings.StudioDomainId))
            .Line($"Models > Registered models > {version.Group} > Version {version.Number} > Update status")
            .Paragraph("2. AWS CLI")
            .Code(ShellCommands.UpdateApproval(version.Arn, ApprovalStatuses.Approved, approve))
            .Paragraph("or")
            .Code(ShellCommands.UpdateApproval(version.Arn, ApprovalStatuses.Rejected, "why it is not"))
            .Paragraph("3. Python (Boto3)")
            .Code(ShellCommands.UpdateApprovalInPython(version.Arn, ApprovalStatuses.Approved, approve))
            .Paragraph($"or the same with ModelApprovalStatus=\"{ApprovalStatuses.Rejected}\".");
    }
}
