namespace Amazon.SimpleNotificationService.Model;

/// <summary>A message for a topic.</summary>
public class PublishRequest : AmazonSimpleNotificationServiceRequest
{
    public string? TopicArn { get; set; }

    /// <summary>Subject of mails: below 100 characters, one line.</summary>
    public string? Subject { get; set; }

    /// <summary>UTF-8, at most 262,144 bytes together with the attributes.</summary>
    public string? Message { get; set; }

    /// <summary><c>json</c>: the message holds one text for each protocol, and <c>default</c>.</summary>
    public string? MessageStructure { get; set; }

    public Dictionary<string, MessageAttributeValue>? MessageAttributes { get; set; }
}
