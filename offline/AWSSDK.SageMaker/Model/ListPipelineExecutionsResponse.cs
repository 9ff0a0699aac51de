using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>One page of executions.</summary>
public class ListPipelineExecutionsResponse : AmazonWebServiceResponse
{
    /// <summary>Null on the last page.</summary>
    public string? NextToken { get; set; }

    public List<PipelineExecutionSummary>? PipelineExecutionSummaries { get; set; }
}
