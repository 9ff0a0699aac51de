namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>PipelineExecutionStatus.</summary>
public enum ExecutionStatus
{
    Executing,
    Stopping,
    Stopped,
    Failed,
    Succeeded,
}
