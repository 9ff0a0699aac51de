using System.Text;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Publishing;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.TestSupport.Events;
using Xunit.Abstractions;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>Every damaged event ends in a mail that SNS takes, or in a log line that says why there is none.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    [Fact]
    public async Task No_damaged_event_is_lost()
    {
        output.WriteLine($"Seeds 0 to {EventFuzz.Count - 1}; more by the environment variable {EventFuzz.CountVariable}.");
        var unexplained = new List<string>();
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < EventFuzz.Count; seed++)
        {
            var row = Table.Rows[seed % Table.Rows.Count];
            var bytes = EventFuzz.Damage(row.Event, seed);
            var outcome = await OutcomeAsync(row, bytes);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            if (outcome is not ("sent" or "ignored"))
            {
                unexplained.Add($"seed {seed}, {row.When}: {outcome}");
            }
        }

        output.WriteLine(string.Join(", ", outcomes.Select(outcome => $"{outcome.Value} {outcome.Key}")));
        unexplained.ShouldBeEmpty();
    }

    private static async Task<string> OutcomeAsync(TableRow row, byte[] bytes)
    {
        var rig = new Rig
        {
            Settings = row.Settings,
            Registry = row.Registry,
            Executions = row.Executions,
            Objects = row.Objects,
        };
        try
        {
            await rig.SendAsync(bytes);
        }
        catch (Exception e)
        {
            return $"threw {e.GetType().Name}: {e.Message}";
        }

        return rig.Mails.FirstOrDefault(mail => !IsSendable(mail)) is { } refused
            ? $"SNS would refuse \"{refused.Subject}\""
            : rig.Outcome ?? "no outcome in the log";
    }

    private static bool IsSendable(Mail mail)
    {
        var subject = MailSubject.Fit(mail.Subject);
        var body = MailBody.Fit(mail.Body, 500, "pointer");
        return subject.Length is > 0 and <= MailSubject.MaxLength
            && subject.All(c => c is >= ' ' and <= '~')
            && body.Text.Length > 0
            && Encoding.UTF8.GetByteCount(body.Text) <= MailBody.MaxBytes - 500;
    }
}
