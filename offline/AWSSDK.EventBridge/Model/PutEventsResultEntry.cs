namespace Amazon.EventBridge.Model;

/// <summary>An event's id, or why it was refused.</summary>
public class PutEventsResultEntry
{
    public string? ErrorCode { get; set; }

    public string? ErrorMessage { get; set; }

    public string? EventId { get; set; }
}
