using Amazon.Runtime.Internal;

namespace MlopsBatch.Offline;

/// <summary>The service id, which also names the variable AWS_ENDPOINT_URL_{ID}.</summary>
internal sealed class ServiceName(string id) : IServiceMetadata
{
    public string ServiceId { get; } = id;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
