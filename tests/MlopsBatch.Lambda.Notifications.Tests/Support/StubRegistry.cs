using MlopsBatch.Lambda.Common.Registry;

namespace MlopsBatch.Lambda.Notifications.Tests.Support;

/// <summary>A registry with given approved versions, or one that can't be asked.</summary>
internal sealed class StubRegistry : IModelRegistry
{
    public IReadOnlyList<ModelVersion> Approved { get; init; } = [];

    public LookupException? Failure { get; init; }

    public async IAsyncEnumerable<ModelVersion> ApprovedAsync(
        string group,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.Yield();
        if (Failure is not null)
        {
            throw Failure;
        }

        foreach (var version in Approved)
        {
            yield return version;
        }
    }

    public Task<ModelVersion> DescribeAsync(string arn, CancellationToken cancellationToken) =>
        Failure is not null ? throw Failure : Task.FromResult(Approved.First(version => version.Arn == arn));
}
