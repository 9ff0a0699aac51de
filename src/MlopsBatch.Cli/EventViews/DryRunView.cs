using System.Text.Json.Nodes;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Publishing;

namespace MlopsBatch.Cli.EventViews;

/// <summary>Prints what would have been sent.</summary>
internal static class DryRunView
{
    public static void Write(CliContext context, IReadOnlyList<DryRunOutcome> outcomes, bool asJson)
    {
        if (asJson)
        {
            context.Out.WriteLine(
                new JsonObject { ["outcomes"] = new JsonArray([.. outcomes.Select(outcome => (JsonNode)Json(outcome))]) }.ToJsonString(
                    CliJson.Indented
                )
            );
            return;
        }

        foreach (var outcome in outcomes)
        {
            context.Out.WriteLine(Text(outcome));
        }
    }

    private static string Text(DryRunOutcome outcome) =>
        outcome switch
        {
            { Mail: { } mail } => $"""
                topic     {Topic(mail)}
                model     {mail.Model ?? MessageAttributes.NoModel}
                severity  {mail.Severity}
                kind      {mail.Kind}
                subject   {MailSubject.Fit(mail.Subject)}

                {MailBody.Clean(mail.Body)}
                """,
            { Call: var (method, address, body) } => $"{method} {address}\n{body}",
            { Kind: "refused" } => $"Not deployed, and the approvals topic is told: {outcome.Text}.",
            _ => $"Nothing is sent: {outcome.Text}.",
        };

    private static JsonObject Json(DryRunOutcome outcome) =>
        outcome switch
        {
            { Mail: { } mail } => new()
            {
                ["outcome"] = outcome.Kind,
                ["topic"] = Topic(mail),
                ["model"] = mail.Model ?? MessageAttributes.NoModel,
                ["severity"] = mail.Severity,
                ["kind"] = mail.Kind,
                ["subject"] = MailSubject.Fit(mail.Subject),
                ["body"] = MailBody.Clean(mail.Body),
            },
            { Call: var (method, address, body) } => new()
            {
                ["outcome"] = outcome.Kind,
                ["method"] = method,
                ["address"] = address,
                ["body"] = body,
            },
            _ => new() { ["outcome"] = outcome.Kind, ["reason"] = outcome.Text },
        };

    private static string Topic(Mail mail) => mail.Topic.ToString().ToLowerInvariant();
}
