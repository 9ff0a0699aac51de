using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>The model package is changed.</summary>
public class UpdateModelPackageResponse : AmazonWebServiceResponse
{
    public string? ModelPackageArn { get; set; }
}
