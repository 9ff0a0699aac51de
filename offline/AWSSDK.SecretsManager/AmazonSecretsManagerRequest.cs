using Amazon.Runtime;

namespace Amazon.SecretsManager;

/// <summary>Base of all requests to the service.</summary>
public class AmazonSecretsManagerRequest : AmazonWebServiceRequest;
