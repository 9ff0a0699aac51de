using System.Globalization;
using MlopsBatch.Aws;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Common.Text;
using MlopsBatch.Lambda.Notifications.Text;

namespace MlopsBatch.Lambda.Notifications.Mails.Deployments;

/// <summary>How a deployment of a model to this account ended: our own audit events, written by the deploy job in GitLab.</summary>
internal sealed class ModelDeploymentMails(LambdaSettings settings, EventBridgeEvent<ModelDeploymentDetail> e)
{
    private readonly ModelDeploymentDetail _detail = e.Detail ?? new ModelDeploymentDetail();

    private ModelSettings? Model => settings.Models.FirstOrDefault(model => model.Name == _detail.Model);

    /// <summary>The environment's name, or what else tells where.</summary>
    private string Place => First(_detail.Environment, _detail.Stack, e.Account is null ? null : $"account {e.Account}") ?? "an account";

    private string Version => _detail.ModelPackageVersion is { } version ? $"version {Number(version)}" : "no version";

    private bool IsAnswer => _detail.CauseEventId is { Length: > 0 };

    /// <summary>The account has the version, for the first time or again.</summary>
    public Decision Deployed()
    {
        if (_detail is { Model: { Length: > 0 } decided, Reason: { Length: > 0 } reason })
        {
            return PassedOver(decided, reason);
        }

        if (_detail is not { Model: { Length: > 0 } model, ModelPackageVersion: not null })
        {
            return new Decision.NotUnderstood("detail.model or detail.modelPackageVersion is missing");
        }

        var isSame = _detail.PreviousVersion == _detail.ModelPackageVersion;
        if (isSame && !IsAnswer)
        {
            return new Decision.Ignore("the version was deployed before, and no decision asked for this deployment");
        }

        var text = new MailText()
            .Paragraph(
                isSame
                    ? $"The deployment that a decision started has ended well: {Version} of model {model} stays deployed in {Place}."
                    : $"{Capital(Version)} of model {model} is now deployed in {Place}. The next batch inference scores with it."
            )
            .Row("Before", Before());
        Where(text);
        if (!isSame && PlainArn.TryParse(_detail.ModelPackageArn, out var arn))
        {
            text.Heading("To take it back")
                .Line(
                    "Reject it: every deploy account then gets the approved version with the next lower number; with none, batch "
                        + "inference is put on hold there."
                )
                .Code(ShellCommands.UpdateApproval(arn, ApprovalStatuses.Rejected));
        }

        var subject = isSame ? $"{model}: {Version} stays deployed in {Place}" : $"{model} {Version} is deployed in {Place}";
        return Mail(MailTopic.Approvals, MailKinds.ModelDeployed, Severities.Info, subject, text);
    }

    /// <summary>The version that was approved can't be deployed, so another one is, or none.</summary>
    private Mail PassedOver(string model, string reason)
    {
        var text = new MailText()
            .Paragraph($"What was approved of model {model} isn't deployed in {Place}: {reason}")
            .Row("Deployed there", Version)
            .Row("Before", Before());
        Where(text);
        return Mail(
            MailTopic.Approvals,
            MailKinds.ModelDeployed,
            Severities.Action,
            $"{model} has {Version} in {Place}: what was approved can't be deployed",
            text
        );
    }

    /// <summary>The account has a lower version than before, or none.</summary>
    public Decision RolledBack()
    {
        if (_detail is not { Model: { Length: > 0 } model })
        {
            return new Decision.NotUnderstood("detail.model is missing");
        }

        var text = new MailText()
            .Paragraph(
                _detail.ModelPackageVersion is null
                    ? $"No version of model {model} is approved, so none is deployed in {Place} any more. Batch inference there is "
                        + "on hold, and data that arrives meanwhile isn't scored."
                    : $"Model {model} is back at {Version} in {Place}. The next batch inference scores with it."
            )
            .Row("Reason", _detail.Reason)
            .Row("Before", Before());
        Where(text);
        text.Heading("What to do");
        if (_detail.ModelPackageVersion is null)
        {
            text.Line(
                "Approve a version: it is deployed by itself. Then score the batches that came meanwhile, each by its key, filled in "
                    + $"at {ShellCommands.KeyToFillIn}:"
            );
        }
        else
        {
            text.Line(
                $"Batches that were scored before keep their results. To score one again, fill in its key at {ShellCommands.KeyToFillIn}:"
            );
        }

        if (PlainArn.TryParse(Pipeline(), out var pipeline))
        {
            text.Code(ShellCommands.StartPipelineOnKey(pipeline));
        }

        var subject =
            _detail.ModelPackageVersion is null
                ? $"{model} is on hold in {Place}: no version is approved"
                : $"{model} is back at {Version} in {Place}";
        return Mail(MailTopic.Approvals, MailKinds.ModelRolledBack, Severities.Warning, subject, text);
    }

    /// <summary>The job failed: those who operate mend it, those who decided must know that it isn't done.</summary>
    public IReadOnlyList<Decision> Failed()
    {
        var subject = _detail switch
        {
            { Model: { Length: > 0 } model, ModelPackageVersion: not null } => $"{model} {Version}: the deployment to {Place} failed",
            { Model: { Length: > 0 } model } => $"{model}: the deployment to {Place} failed",
            _ => $"Deployment to {Place} failed",
        };
        return
        [
            Mail(MailTopic.Operations, MailKinds.ModelDeploymentFailed, Severities.Error, subject, ToOperators()),
            Mail(MailTopic.Approvals, MailKinds.ModelDeploymentFailed, Severities.Error, subject, ToDeciders()),
        ];
    }

    private MailText ToOperators()
    {
        var text = Unfinished();
        Where(text);
        text.Heading("What to do")
            .Line("Read the job's log and mend the cause. Then:")
            .Item("If the mend is a commit, merge it: that deploys. A retry takes the old commit.")
            .Item("If the version was rejected since, do nothing: the rejection's own pipeline follows.")
            .Item("Else press Retry at the job. A repeated deployment goes on where this one stopped.");
        if (_detail.Stack is { Length: > 0 } stack)
        {
            text.Line("If it says that the stack is locked, and no other deployment of it runs, free it first:")
                .Code($"pulumi cancel --yes --stack {ShellCommands.Quote(stack)}");
        }

        if (PlainArn.TryParse(Pipeline(), out var pipeline))
        {
            text.Paragraph("Which version the account scores with now:").Code(ShellCommands.DeployedVersion(pipeline));
        }

        return text;
    }

    private MailText ToDeciders()
    {
        var text = Unfinished();
        Where(text);
        return text.Heading("What follows")
            .Line("The operators have a mail that says how to mend it. You need not decide again: they repeat the deployment.");
    }

    private MailText Unfinished() =>
        new MailText()
            .Paragraph(
                "The GitLab job that deploys "
                    + $"{(_detail.Model is { Length: > 0 } model ? $"{Version} of model {model} in " : "to ")}{Place} failed. "
                    + "Until it is repeated, batch inference there may score with the version from before or with the new one."
            )
            .Row("Reason", _detail.Reason)
            .Row("Before", Before());

    private void Where(MailText text) =>
        text.Gap()
            .Row("GitLab job", _detail.GitLabJobUrl)
            .Row("GitLab pipeline", _detail.GitLabPipelineUrl)
            .Row("Stack", _detail.Stack)
            .Row("Commit", _detail.Commit)
            .Row("Version", _detail.ModelPackageArn)
            .Row("When", Figures.Time(e.Time))
            .Row("Account", e.Account is null ? null : $"{e.Account}, {e.Region}");

    private string? Before() => _detail.PreviousVersion is { } previous ? $"version {Number(previous)}" : null;

    private string? Pipeline() =>
        Model?.BatchInferencePipeline is { } name && Partition.TryOfRegion(e.Region, out var partition)
            ? $"arn:{partition.Id}:sagemaker:{e.Region}:{e.Account}:pipeline/{name}"
            : null;

    private Mail Mail(MailTopic topic, string kind, string severity, string subject, MailText text) =>
        new()
        {
            Kind = kind,
            Topic = topic,
            Severity = severity,
            Model = Model?.Name ?? _detail.Model,
            Subject = subject,
            Body = text.ToString(),
        };

    private static string? First(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return null;
    }

    private static string Number(int version) => version.ToString(CultureInfo.InvariantCulture);

    private static string Capital(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
