using Amazon.Runtime;

namespace Amazon.SimpleNotificationService;

/// <summary>Base of all requests to the service.</summary>
public class AmazonSimpleNotificationServiceRequest : AmazonWebServiceRequest;
