using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>The execution has started.</summary>
public class StartPipelineExecutionResponse : AmazonWebServiceResponse
{
    public string? PipelineExecutionArn { get; set; }
}
