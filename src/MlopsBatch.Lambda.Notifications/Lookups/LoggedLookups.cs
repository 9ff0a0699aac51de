using MlopsBatch.Lambda.Common.Logging;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.Notifications.Lookups;

/// <summary>Leaves a line in the log for each failed look-up: the mail goes out without it, and somebody has to mend it.</summary>
public sealed class LoggedLookups(IModelRegistry registry, IPipelineExecutions executions, IObjects objects, JsonLog log)
    : IModelRegistry,
        IPipelineExecutions,
        IObjects
{
    public Task<ModelVersion?> HighestApprovedAsync(string group, ReviewGate gate, int? except, CancellationToken cancellationToken) =>
        LoggedAsync(() => registry.HighestApprovedAsync(group, gate, except, cancellationToken));

    public Task<ModelVersion> DescribeAsync(string arn, CancellationToken cancellationToken) =>
        LoggedAsync(() => registry.DescribeAsync(arn, cancellationToken));

    public Task<ExecutionFailure> FailureOfAsync(string executionArn, CancellationToken cancellationToken) =>
        LoggedAsync(() => executions.FailureOfAsync(executionArn, cancellationToken));

    public Task<ExecutionInput?> InputOfAsync(string executionArn, CancellationToken cancellationToken) =>
        LoggedAsync(() => executions.InputOfAsync(executionArn, cancellationToken));

    public Task<byte[]> ReadAsync(string bucket, string key, CancellationToken cancellationToken) =>
        LoggedAsync(() => objects.ReadAsync(bucket, key, cancellationToken));

    private async Task<T> LoggedAsync<T>(Func<Task<T>> lookUp)
    {
        try
        {
            return await lookUp();
        }
        catch (LookupException e)
        {
            log.Warning($"A look-up failed, the mail goes out without it: {e.Message}", new LogField("outcome", "look-up failed"));
            throw;
        }
    }
}
