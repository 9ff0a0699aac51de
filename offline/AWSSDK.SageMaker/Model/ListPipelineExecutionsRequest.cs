namespace Amazon.SageMaker.Model;

/// <summary>Which executions to list.</summary>
public class ListPipelineExecutionsRequest : AmazonSageMakerRequest
{
    public DateTime? CreatedAfter { get; set; }

    /// <summary>1 to 100; the service's default is 10.</summary>
    public int? MaxResults { get; set; }

    public string? NextToken { get; set; }

    /// <summary>Name or ARN.</summary>
    public string? PipelineName { get; set; }

    public SortPipelineExecutionsBy? SortBy { get; set; }

    public SortOrder? SortOrder { get; set; }
}
