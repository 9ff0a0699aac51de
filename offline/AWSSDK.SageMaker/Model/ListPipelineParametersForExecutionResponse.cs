using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>One page of parameters.</summary>
public class ListPipelineParametersForExecutionResponse : AmazonWebServiceResponse
{
    /// <summary>Null on the last page.</summary>
    public string? NextToken { get; set; }

    public List<Parameter>? PipelineParameters { get; set; }
}
