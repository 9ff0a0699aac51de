using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>Base of all requests to the service.</summary>
public class AmazonEventBridgeRequest : AmazonWebServiceRequest;
