namespace Amazon.EventBridge.Model;

/// <summary>Events for a bus.</summary>
public class PutEventsRequest : AmazonEventBridgeRequest
{
    /// <summary>1 to 10 events.</summary>
    public List<PutEventsRequestEntry>? Entries { get; set; }
}
