using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Common.Calls;
using MlopsBatch.Lambda.Notifications.Mails;

namespace MlopsBatch.Lambda.Notifications.Publishing;

/// <summary>Publishes mails on SNS topics.</summary>
/// <param name="client">SNS.</param>
/// <param name="topics">Where mails go.</param>
/// <param name="hasWebhooks">Whether chats listen, too: they get the mail as their own JSON.</param>
public sealed class SnsMailer(Lazy<IAmazonSimpleNotificationService> client, Topics topics, bool hasWebhooks = false) : IMailer
{
    public async Task<SentMail> SendAsync(Mail mail, string pointer, CancellationToken cancellationToken)
    {
        var topic = topics[mail.Topic];
        var attributes = Attributes(mail);
        var subject = MailSubject.Fit(mail.Subject);
        // Attributes count towards the size of a message; to be safe, so does the subject here.
        var used = subject.Length + attributes.Sum(a => a.Key.Length + "String".Length + System.Text.Encoding.UTF8.GetByteCount(a.Value));
        var message = MailBody.Fit(mail.Body, hasWebhooks ? used + ChatMessage.Room(used) : used, pointer);
        var request = new PublishRequest
        {
            TopicArn = topic,
            Subject = subject,
            Message = hasWebhooks ? ChatMessage.Beside(message.Text, subject, attributes) : message.Text,
            MessageStructure = hasWebhooks ? "json" : null,
            MessageAttributes = attributes.ToDictionary(
                a => a.Key,
                a => new MessageAttributeValue { DataType = "String", StringValue = a.Value }
            ),
        };
        try
        {
            var response = await AwsCall.RunAsync(
                "SNS",
                $"send the mail \"{subject}\" to topic {topic}",
                cancellation => client.Value.PublishAsync(request, cancellation),
                cancellationToken
            );
            return new SentMail(response.MessageId, topic, message.WasCut);
        }
        catch (AwsCallException e)
        {
            throw new MailNotSentException($"{e.Message}{Mend(e)}", e);
        }
    }

    /// <summary>What filter policies see. SNS refuses a message with an attribute that is empty.</summary>
    private static Dictionary<string, string> Attributes(Mail mail) =>
        new()
        {
            [MessageAttributes.Model] = MailBody.Clean(mail.Model is { Length: > 0 } model ? model : MessageAttributes.NoModel),
            [MessageAttributes.Severity] = mail.Severity,
            [MessageAttributes.Kind] = mail.Kind,
        };

    private static string Mend(AwsCallException e) =>
        e.Kind switch
        {
            AwsFaultKind.NotFound => ". The topic is gone: deploy the stack again",
            AwsFaultKind.Denied when e.Code?.StartsWith("KMS", StringComparison.Ordinal) == true =>
                ". The function's role needs kms:GenerateDataKey and kms:Decrypt on the topic's key",
            AwsFaultKind.Denied => ". The function's role needs sns:Publish on the topic",
            _ => "",
        };
}
