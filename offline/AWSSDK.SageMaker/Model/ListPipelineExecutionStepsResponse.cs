using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>One page of steps.</summary>
public class ListPipelineExecutionStepsResponse : AmazonWebServiceResponse
{
    /// <summary>Null on the last page.</summary>
    public string? NextToken { get; set; }

    public List<PipelineExecutionStep>? PipelineExecutionSteps { get; set; }
}
