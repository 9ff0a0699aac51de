using MlopsBatch.Lambda.Notifications.Mails;

namespace MlopsBatch.Lambda.Notifications.Publishing;

/// <summary>Sends mails.</summary>
public interface IMailer
{
    /// <param name="mail">The mail.</param>
    /// <param name="pointer">Where the whole event is kept, for a mail that has to be cut.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="MailNotSentException">The topic didn't take the mail.</exception>
    Task<SentMail> SendAsync(Mail mail, string pointer, CancellationToken cancellationToken);
}
