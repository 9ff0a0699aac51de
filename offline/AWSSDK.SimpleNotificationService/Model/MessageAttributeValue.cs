namespace Amazon.SimpleNotificationService.Model;

/// <summary>An attribute of a message, for filter policies of subscriptions.</summary>
public class MessageAttributeValue
{
    /// <summary><c>String</c>, <c>String.Array</c> or <c>Number</c>.</summary>
    public string? DataType { get; set; }

    public string? StringValue { get; set; }
}
