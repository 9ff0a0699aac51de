using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Publishing;

namespace MlopsBatch.Lambda.Notifications.Tests.Support;

/// <summary>Keeps mails in place of sending them.</summary>
internal sealed class RecordingMailer : IMailer
{
    public List<Mail> Mails { get; } = [];

    public Exception? Failure { get; set; }

    public Task<SentMail> SendAsync(Mail mail, string pointer, CancellationToken cancellationToken)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        Mails.Add(mail);
        return Task.FromResult(new SentMail("m-1", $"arn:aws:sns:eu-west-1:111122223333:{mail.Topic}", WasCut: false));
    }
}
