using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;

namespace MlopsBatch.Lambda.Notifications.Tests.Support;

/// <summary>Executions that failed at given steps, or that can't be asked about.</summary>
internal sealed class StubExecutions : IPipelineExecutions
{
    public ExecutionFailure Failure { get; init; } = new(null, []);

    public LookupException? Unavailable { get; init; }

    public Task<ExecutionFailure> FailureOfAsync(string executionArn, CancellationToken cancellationToken) =>
        Unavailable is null ? Task.FromResult(Failure) : throw Unavailable;

    public static StubExecutions FailedAt(params FailedStep[] steps) => new() { Failure = new(null, steps) };
}
