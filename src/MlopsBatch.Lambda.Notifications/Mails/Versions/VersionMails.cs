using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Notifications.Text;

namespace MlopsBatch.Lambda.Notifications.Mails.Versions;

/// <summary>A model version was registered, approved or rejected.</summary>
internal sealed class VersionMails(MailTools tools)
{
    public async Task<Decision> ComposeAsync(EventBridgeEvent<ModelPackageDetail> e, CancellationToken cancellationToken)
    {
        if (ChangedVersion.Find(e.Detail, tools.Settings) is not { } version)
        {
            return new Decision.NotUnderstood(
                "detail.ModelPackageArn, ModelPackageGroupName or ModelPackageVersion is missing or malformed"
            );
        }

        switch (e.Detail!.PackageStatus)
        {
            case null or PackageStatuses.Completed:
                break;
            case PackageStatuses.Failed:
                return RegistrationFailed(version);
            case PackageStatuses.Pending or PackageStatuses.InProgress or PackageStatuses.Deleting:
                return new Decision.Ignore($"the version is {e.Detail.PackageStatus}");
            default:
                return new Decision.NotUnderstood($"detail.ModelPackageStatus is \"{e.Detail.PackageStatus}\", which is no known status");
        }

        if (!e.Detail.Touches(UpdatedFields.ApprovalStatus))
        {
            return new Decision.Ignore("the approval status didn't change");
        }

        return e.Detail.ApprovalStatus switch
        {
            ApprovalStatuses.Pending => await new RegisteredMail(tools).ComposeAsync(version, cancellationToken),
            ApprovalStatuses.Rejected when version.IsNew => await new RegisteredMail(tools).ComposeAsync(version, cancellationToken),
            ApprovalStatuses.Approved => await new DecidedMails(tools).ApprovedAsync(version, cancellationToken),
            ApprovalStatuses.Rejected => await new DecidedMails(tools).RejectedAsync(version, cancellationToken),
            null => new Decision.NotUnderstood("detail.ModelApprovalStatus is missing"),
            var other => new Decision.NotUnderstood($"detail.ModelApprovalStatus is \"{other}\", which is no known status"),
        };
    }

    private Mail RegistrationFailed(ChangedVersion version)
    {
        var text = new MailText()
            .Paragraph(
                $"Version {version.Number} of model {version.Name} could not be registered: SageMaker set it to Failed. "
                    + "It can't be approved; what is deployed stays deployed."
            )
            .Gap();
        version.WriteLineage(text);
        text.Heading("What to do")
            .Line("Read why, mend the cause, and train again:")
            .Code(ShellCommands.VersionStatus(version.Arn))
            .Gap()
            .Row("In Studio", version.Links.Studio(tools.Settings.StudioDomainId));
        return new Mail
        {
            Kind = MailKinds.RegistrationFailed,
            Topic = MailTopic.Operations,
            Severity = Severities.Error,
            Model = version.Model?.Name,
            Subject = $"{version.Name} version {version.Number} could not be registered",
            Body = text.ToString(),
        };
    }
}
