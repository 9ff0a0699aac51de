using Amazon.Runtime;

namespace Amazon.SageMaker;

/// <summary>Base of all requests to the service.</summary>
public class AmazonSageMakerRequest : AmazonWebServiceRequest;
