using MlopsBatch.Lambda.Common.Registry;

namespace MlopsBatch.Lambda.Notifications.Lookups;

/// <summary>Tells why an execution failed and what it worked on: the event doesn't.</summary>
public interface IPipelineExecutions
{
    /// <exception cref="LookupException">The execution could not be asked about.</exception>
    Task<ExecutionFailure> FailureOfAsync(string executionArn, CancellationToken cancellationToken);

    /// <summary>What an execution works on; null if there is no such execution.</summary>
    /// <exception cref="LookupException">The execution could not be asked about.</exception>
    Task<ExecutionInput?> InputOfAsync(string executionArn, CancellationToken cancellationToken);
}
