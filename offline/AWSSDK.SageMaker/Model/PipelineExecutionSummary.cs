namespace Amazon.SageMaker.Model;

/// <summary>An execution in a list.</summary>
public class PipelineExecutionSummary
{
    public string? PipelineExecutionArn { get; set; }

    public string? PipelineExecutionDisplayName { get; set; }

    public string? PipelineExecutionFailureReason { get; set; }

    public PipelineExecutionStatus? PipelineExecutionStatus { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? StartTime { get; set; }
}
