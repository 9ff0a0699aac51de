namespace Amazon.SageMaker.Model;

/// <summary>Which pipeline to describe.</summary>
public class DescribePipelineRequest : AmazonSageMakerRequest
{
    public string? PipelineName { get; set; }
}
