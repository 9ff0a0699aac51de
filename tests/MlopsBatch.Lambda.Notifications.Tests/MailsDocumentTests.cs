using System.Text;
using MlopsBatch.Lambda.Notifications.Publishing;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>docs/mails.md is what the function writes, word by word.</summary>
public sealed class MailsDocumentTests
{
    [Fact]
    public async Task The_document_shows_every_mail_as_it_is_sent()
    {
        var rendered = await RenderAsync();
        var document = new FileInfo(Path.Combine(Repository.Root.FullName, "docs", "mails.md"));
        var actual = new FileInfo(Path.Combine(Repository.Root.FullName, "artifacts", "mails.md"));
        if (document.Exists && (await File.ReadAllTextAsync(document.FullName)).ReplaceLineEndings("\n") == rendered)
        {
            return;
        }

        Directory.CreateDirectory(actual.DirectoryName!);
        await File.WriteAllTextAsync(actual.FullName, rendered);
        Assert.Fail(
            "docs/mails.md isn't what the function sends. Read the difference, and if it is meant: cp artifacts/mails.md docs/mails.md"
        );
    }

    private static async Task<string> RenderAsync()
    {
        var text = new StringBuilder(
            """
            # The mails

            What people get to read, one mail for each row of the table. A test renders this page from what the [example of a single account](examples/Pulumi.single.yaml) declares: its rules and pipes hand over the events, its settings and topics are the function's. So it is what the notification function sends, word by word.

            | event | handed over by | topic | kind | severity | subject |
            |---|---|---|---|---|---|

            """
        );
        var mails = new StringBuilder();
        foreach (var row in Table.Rows)
        {
            var mail = await row.MailAsync();
            var subject = MailSubject.Fit(mail.Subject);
            text.Append($"| {row.When} | {row.Carrier} | {row.TopicName} | `{mail.Kind}` | {mail.Severity} | {subject} |\n");
            mails.Append($"\n## {row.When}\n\n**{subject}**\n\n```text\n{MailBody.Fit(mail.Body, 0, "").Text.TrimEnd()}\n```\n");
        }

        text.Append(
            """

            Every mail has the message attributes `model` (`none` if it belongs to no model of the settings), `severity` and `kind`, for the filter policies of subscriptions. An execution that succeeded, stopped or goes on is told only with `notifyOn: all`; a violations file with an empty list, a version whose approval didn't change and a step without a custom message are not told at all. The product's own CloudWatch alarms go straight to the operations topic; the function writes a mail about an alarm only if a rule of yours sends it one.

            """
        );
        return text.Append(mails).ToString().ReplaceLineEndings("\n");
    }
}
