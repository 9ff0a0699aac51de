using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>An execution.</summary>
public class DescribePipelineExecutionResponse : AmazonWebServiceResponse
{
    /// <summary>UTC.</summary>
    public DateTime? CreationTime { get; set; }

    public string? FailureReason { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }

    public string? PipelineArn { get; set; }

    public string? PipelineExecutionArn { get; set; }

    public string? PipelineExecutionDescription { get; set; }

    public string? PipelineExecutionDisplayName { get; set; }

    public PipelineExecutionStatus? PipelineExecutionStatus { get; set; }
}
