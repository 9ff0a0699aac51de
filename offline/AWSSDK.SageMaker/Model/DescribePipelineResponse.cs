using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>A pipeline.</summary>
public class DescribePipelineResponse : AmazonWebServiceResponse
{
    public string? PipelineArn { get; set; }

    /// <summary>JSON.</summary>
    public string? PipelineDefinition { get; set; }

    public string? PipelineName { get; set; }
}
