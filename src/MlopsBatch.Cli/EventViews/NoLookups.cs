using System.Runtime.CompilerServices;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;

namespace MlopsBatch.Cli.EventViews;

/// <summary>In a dry run nothing is looked up; the mail says so where it would have shown what was found.</summary>
/// <param name="content">What every object of S3 holds, if the user gave it.</param>
internal sealed class NoLookups(byte[]? content) : IModelRegistry, IPipelineExecutions, IObjects
{
    public async IAsyncEnumerable<ModelVersion> ApprovedAsync(string group, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        throw NotAsked("the model registry");
#pragma warning disable CS0162 // Makes the method an iterator.
        yield break;
#pragma warning restore CS0162
    }

    public Task<ModelVersion> DescribeAsync(string arn, CancellationToken cancellationToken) => throw NotAsked("the model registry");

    public Task<ExecutionFailure> FailureOfAsync(string executionArn, CancellationToken cancellationToken) => throw NotAsked("SageMaker");

    public Task<byte[]> ReadAsync(string bucket, string key, CancellationToken cancellationToken) =>
        content is null
            ? throw new LookupException($"A dry run reads nothing from s3://{bucket}/{key}; give the content with --object.")
            : Task.FromResult(content);

    private static LookupException NotAsked(string service) => new($"A dry run doesn't ask {service}.");
}
