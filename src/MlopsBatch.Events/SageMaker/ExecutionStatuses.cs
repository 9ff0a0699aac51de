namespace MlopsBatch.Events.SageMaker;

/// <summary>States of a pipeline execution and, with <see cref="Starting"/>, of its steps.</summary>
public static class ExecutionStatuses
{
    public const string Starting = "Starting";
    public const string Executing = "Executing";
    public const string Stopping = "Stopping";
    public const string Stopped = "Stopped";
    public const string Failed = "Failed";
    public const string Succeeded = "Succeeded";
}
