using MlopsBatch.Lambda.Common.Registry;

namespace MlopsBatch.Lambda.Notifications.Lookups;

/// <summary>Tells why an execution failed: the event doesn't.</summary>
public interface IPipelineExecutions
{
    /// <exception cref="LookupException">The execution could not be asked about.</exception>
    Task<ExecutionFailure> FailureOfAsync(string executionArn, CancellationToken cancellationToken);
}
