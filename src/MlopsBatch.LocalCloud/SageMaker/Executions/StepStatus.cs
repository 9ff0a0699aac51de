namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>StepStatus; a step that never started has none and isn't listed.</summary>
public enum StepStatus
{
    /// <summary>Its inputs are being prepared, or it waits for a free processor.</summary>
    Starting,
    Executing,
    Stopping,
    Stopped,
    Failed,
    Succeeded,
}
