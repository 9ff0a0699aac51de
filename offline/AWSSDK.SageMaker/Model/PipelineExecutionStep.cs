namespace Amazon.SageMaker.Model;

/// <summary>A step of an execution.</summary>
public class PipelineExecutionStep
{
    /// <summary>UTC.</summary>
    public DateTime? EndTime { get; set; }

    public string? FailureReason { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? StartTime { get; set; }

    public string? StepDisplayName { get; set; }

    public string? StepName { get; set; }

    public StepStatus? StepStatus { get; set; }
}
