using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>One page of model packages.</summary>
public class ListModelPackagesResponse : AmazonWebServiceResponse
{
    public List<ModelPackageSummary>? ModelPackageSummaryList { get; set; }

    /// <summary>Null on the last page.</summary>
    public string? NextToken { get; set; }
}
