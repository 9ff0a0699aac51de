using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Notifications.Text;

namespace MlopsBatch.Lambda.Notifications.Mails.Operations;

/// <summary>The scheduled job in GitLab found that this account isn't what was deployed, or couldn't compare it.</summary>
internal static class StackDriftMail
{
    public static Decision Compose(EventBridgeEvent<StackDriftDetail> e)
    {
        if (e.Detail is not { Stack: { Length: > 0 } stack } detail)
        {
            return new Decision.NotUnderstood("detail.stack is missing");
        }

        var text = new MailText()
            .Paragraph(
                detail.IsFound
                    ? $"The account of stack {stack} differs from what was deployed: somebody or something changed it outside of "
                        + "a deployment. The next deployment sets it back."
                    : $"Whether the account of stack {stack} is still what was deployed is not known: the job that compares them failed."
            )
            .Row("GitLab job", detail.GitLabJobUrl)
            .Row("GitLab pipeline", detail.GitLabPipelineUrl)
            .Row("Stack", stack)
            .Row("Commit", detail.Commit)
            .Row("When", Figures.Time(e.Time))
            .Row("Account", e.Account is null ? null : $"{e.Account}, {e.Region}");
        text.Heading("What to do")
            .Line(
                detail.IsFound
                    ? "Read in the job's log which resources differ. To keep the change, write it into the configuration or the program; "
                        + "to undo it now, start a pipeline by hand on the default branch (run: build or deploy)."
                    : "Read the job's log, mend the cause, and press Retry at the job."
            );
        return new Mail
        {
            Kind = MailKinds.StackDrift,
            Topic = MailTopic.Operations,
            Severity = detail.IsFound ? Severities.Warning : Severities.Error,
            Subject = detail.IsFound
                ? $"Drift: stack {stack} differs from what was deployed"
                : $"Looking for drift in stack {stack} failed",
            Body = text.ToString(),
        };
    }
}
