namespace Amazon.EventBridge.Model;

/// <summary>One event.</summary>
public class PutEventsRequestEntry
{
    /// <summary>A JSON object as text; at most 1 MB with the other fields.</summary>
    public string? Detail { get; set; }

    public string? DetailType { get; set; }

    /// <summary>Name or ARN; null is the account's default bus.</summary>
    public string? EventBusName { get; set; }

    public List<string>? Resources { get; set; }

    public string? Source { get; set; }

    public DateTime? Time { get; set; }
}
