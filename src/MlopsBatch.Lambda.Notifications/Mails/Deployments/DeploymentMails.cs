using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
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
                return isRollBack ? $"{name} rejected: GitLab looks whether it is deployed" : $"{name} approved: deployment started";
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

    /// <summary>
    /// GitLab refused for good: the operators mend it, for the settings and the token are theirs; those who decided must know that
    /// it isn't done, and decide again.
    /// </summary>
    public static IReadOnlyList<Decision> Failed(EventBridgeEvent<DeploymentDetail> e) =>
        e.Detail?.ModelPackageGroup is { Length: > 0 }
            ? [Failed(e, MailTopic.Operations), Failed(e, MailTopic.Approvals)]
            : [Failed(e, MailTopic.Approvals)];

    private static Decision Failed(EventBridgeEvent<DeploymentDetail> e, MailTopic topic) =>
        Compose(
            e,
            MailKinds.DeploymentFailed,
            Severities.Error,
            (name, detail, text) =>
            {
                var isRollBack = detail.Change == DeploymentChanges.RollBack;
                text.Paragraph(
                        $"{name} was {(isRollBack ? "rejected" : "approved")}, but the "
                            + "deployment could not be started. What is deployed stays deployed until this is mended."
                    )
                    .Row("Reason", detail.Reason);
                if (topic == MailTopic.Operations)
                {
                    text.Heading("What to do")
                        .Line(detail.Mend ?? "Mend the reason above.")
                        .Line("Then whoever decided decides again, which starts the deployment; they have a mail with the commands.");
                }
                else
                {
                    text.Heading("What follows")
                        .Line("The operators have a mail that says how to mend it. Then decide again, which starts the deployment:");
                    if (PlainArn.TryParse(detail.ModelPackageArn, out var arn))
                    {
                        var decided = isRollBack ? ApprovalStatuses.Rejected : ApprovalStatuses.Approved;
                        var review = detail.ReviewReference is { Length: > 0 } reference ? $"Review: {reference}" : null;
                        text.Code(ShellCommands.DecideAgain(arn, decided, review));
                    }
                }

                return $"{name} not deployed: "
                    + $"{(detail.GitLabStatus is { } status ? $"GitLab refused ({status})" : "GitLab could not be asked")}";
            },
            topic
        );

    private static Decision Compose(
        EventBridgeEvent<DeploymentDetail> e,
        string kind,
        string severity,
        Func<string, DeploymentDetail, MailText, string> write,
        MailTopic topic = MailTopic.Approvals
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
            Topic = topic,
            Severity = severity,
            Model = detail.Model,
            Subject = subject,
            Body = text.ToString(),
        };
    }
}
