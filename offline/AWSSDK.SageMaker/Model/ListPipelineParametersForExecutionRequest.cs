namespace Amazon.SageMaker.Model;

/// <summary>Which execution's parameters to list.</summary>
public class ListPipelineParametersForExecutionRequest : AmazonSageMakerRequest
{
    /// <summary>1 to 100.</summary>
    public int? MaxResults { get; set; }

    public string? NextToken { get; set; }

    public string? PipelineExecutionArn { get; set; }
}
