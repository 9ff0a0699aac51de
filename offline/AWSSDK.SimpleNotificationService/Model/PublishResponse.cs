using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>SNS has taken the message.</summary>
public class PublishResponse : AmazonWebServiceResponse
{
    public string? MessageId { get; set; }
}
