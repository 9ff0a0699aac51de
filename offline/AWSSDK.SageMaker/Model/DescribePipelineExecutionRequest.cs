namespace Amazon.SageMaker.Model;

/// <summary>Which execution to describe.</summary>
public class DescribePipelineExecutionRequest : AmazonSageMakerRequest
{
    public string? PipelineExecutionArn { get; set; }
}
