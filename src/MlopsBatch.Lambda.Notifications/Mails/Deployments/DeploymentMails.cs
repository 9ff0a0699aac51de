using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Common.Text;
using MlopsBatch.Lambda.Notifications.Text;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.Notifications.Mails.Deployments;

/// <summary>What became of a decision: our own audit events, written by the function that asks GitLab.</summary>
internal sealed class DeploymentMails
{
    public static Decision Triggered(EventBridgeEvent<DeploymentDetail> e) =>
        Compose(
            e,
            MailKinds.DeploymentTriggered,
            Severities.Info,
            (name, detail, text) =>
            {
                var isRollBack = detail.Change == DeploymentChanges.RollBack;
                text.Paragraph(
                        isRollBack
                            ? $"{name} was rejected. GitLab now deploys the approved version with the highest number; that "
                                + "rolls back if the rejected one was deployed, and changes nothing otherwise."
                            : $"{name} was approved. GitLab now deploys the approved version with the highest number to the "
                                + "deploy accounts."
                    )
                    .Row(
                        "GitLab pipeline",
                        detail.GitLabPipelineUrl ?? detail.GitLabPipelineId?.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    )
                    .Row("Review", detail.ReviewReference)
                    .Heading("What follows")
                    .Line(
                        "A mail from each account, once its deployment has ended well or failed. Where GitLab waits for a click before "
                            + "an account, there is none before somebody clicks."
                    );
                return isRollBack ? $"{name} rejected: deployment started" : $"{name} approved: deployment started";
            }
        );

    public static Decision Refused(EventBridgeEvent<DeploymentDetail> e) =>
        Compose(
            e,
            MailKinds.DeploymentRefused,
            Severities.Action,
            (name, detail, text) =>
            {
                text.Paragraph($"{name} was approved but is not rolled out. What is deployed stays deployed.")
                    .Row("Reason", detail.Reason)
                    .Heading("What to do")
                    .Line(detail.Mend ?? "Name the review, and it is rolled out.");
                if (PlainArn.TryParse(detail.ModelPackageArn, out var arn))
                {
                    text.Paragraph("With the AWS CLI, either of:")
                        .Code(ShellCommands.UpdateApproval(arn, "Approved", $"Review: {ReviewGate.Placeholder}"))
                        .Code(ShellCommands.AddReview(arn));
                }

                return $"{name} not deployed: its review is not named";
            }
        );

    public static Decision Failed(EventBridgeEvent<DeploymentDetail> e) =>
        Compose(
            e,
            MailKinds.DeploymentFailed,
            Severities.Error,
            (name, detail, text) =>
            {
                text.Paragraph(
                        $"{name} was {(detail.Change == DeploymentChanges.RollBack ? "rejected" : "approved")}, but the "
                            + "deployment could not be started. What is deployed stays deployed until this is mended."
                    )
                    .Row("Reason", detail.Reason)
                    .Heading("What to do")
                    .Line(detail.Mend ?? "Mend the reason above.")
                    .Line(
                        "Then decide again, which starts the deployment: set the version back to PendingManualApproval, and after that to "
                            + $"{(detail.Change == DeploymentChanges.RollBack ? "Rejected" : "Approved, with its review if it needs one")}."
                    );
                return $"{name} not deployed: "
                    + $"{(detail.GitLabStatus is { } status ? $"GitLab refused ({status})" : "GitLab could not be asked")}";
            }
        );

    private static Decision Compose(
        EventBridgeEvent<DeploymentDetail> e,
        string kind,
        string severity,
        Func<string, DeploymentDetail, MailText, string> write
    )
    {
        if (e.Detail is not { ModelPackageGroup: { Length: > 0 } group } detail)
        {
            return new Decision.NotUnderstood("detail.modelPackageGroup is missing");
        }

        var text = new MailText();
        var name =
            $"{detail.Model ?? group} version "
            + $"{detail.ModelPackageVersion?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"}";
        var subject = write(name, detail, text);
        text.Gap()
            .Row("Decision", detail.ApprovalStatus)
            .Row("Decided", Figures.Time(detail.DecidedAt))
            .Row("GitLab project", detail.GitLabProject is null ? null : $"{detail.GitLabProject}, {detail.GitLabRef}")
            .Row("Version", detail.ModelPackageArn)
            .Row("Account", e.Account is null ? null : $"{e.Account}, {e.Region}");
        return new Mail
        {
            Kind = kind,
            Topic = MailTopic.Approvals,
            Severity = severity,
            Model = detail.Model,
            Subject = subject,
            Body = text.ToString(),
        };
    }
}
