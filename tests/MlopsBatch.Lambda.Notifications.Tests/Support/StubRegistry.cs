using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.Notifications.Tests.Support;

/// <summary>A registry with given approved versions, or one that can't be asked.</summary>
internal sealed class StubRegistry : IModelRegistry
{
    public IReadOnlyList<ModelVersion> Approved { get; init; } = [];

    public LookupException? Failure { get; init; }

    public Task<ModelVersion?> HighestApprovedAsync(string group, ReviewGate gate, int? except, CancellationToken cancellationToken) =>
        Failure is not null
            ? throw Failure
            : HighestApproved.FindAsync<ModelVersion>(
                Approved.Select(version => new RegisteredState(
                    version.Arn,
                    version.Version,
                    IsApproved: true,
                    IsCompleted: true,
                    version.Metadata,
                    version.ApprovalDescription
                )),
                gate,
                listed => Task.FromResult<(ModelVersion, RegisteredState)?>((Approved.First(version => version.Arn == listed.Arn), listed)),
                except
            );

    public Task<ModelVersion> DescribeAsync(string arn, CancellationToken cancellationToken) =>
        Failure is not null ? throw Failure : Task.FromResult(Approved.First(version => version.Arn == arn));
}
