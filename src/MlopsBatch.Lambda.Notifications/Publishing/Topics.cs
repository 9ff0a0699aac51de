using MlopsBatch.Lambda.Notifications.Mails;

namespace MlopsBatch.Lambda.Notifications.Publishing;

/// <summary>The ARNs of the three topics.</summary>
public sealed record Topics(string Operations, string Approvals, string Quality)
{
    public string this[MailTopic topic] =>
        topic switch
        {
            MailTopic.Operations => Operations,
            MailTopic.Approvals => Approvals,
            MailTopic.Quality => Quality,
            _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, "Not a topic."),
        };
}
