using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>What became of each event. Refused events don't make the call fail: look at <see cref="FailedEntryCount"/>.</summary>
public class PutEventsResponse : AmazonWebServiceResponse
{
    public List<PutEventsResultEntry>? Entries { get; set; }

    public int? FailedEntryCount { get; set; }
}
