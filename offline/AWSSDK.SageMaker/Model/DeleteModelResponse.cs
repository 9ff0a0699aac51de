using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>The model is deleted.</summary>
public class DeleteModelResponse : AmazonWebServiceResponse;
