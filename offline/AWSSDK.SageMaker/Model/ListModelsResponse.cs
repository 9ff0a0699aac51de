using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>A page of models.</summary>
public class ListModelsResponse : AmazonWebServiceResponse
{
    public List<ModelSummary>? Models { get; set; }

    public string? NextToken { get; set; }
}
