using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>Which execution to describe.</summary>
public class DescribePipelineExecutionRequest : AmazonWebServiceRequest
{
    public string? PipelineExecutionArn { get; set; }
}
