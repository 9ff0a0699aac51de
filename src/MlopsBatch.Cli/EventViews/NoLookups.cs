using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Cli.EventViews;

/// <summary>In a dry run nothing is looked up; the mail says so where it would have shown what was found.</summary>
/// <param name="content">What every object of S3 holds, if the user gave it.</param>
internal sealed class NoLookups(byte[]? content) : IModelRegistry, IPipelineExecutions, IObjects
{
    public Task<ModelVersion?> HighestApprovedAsync(string group, ReviewGate gate, int? except, CancellationToken cancellationToken) =>
        throw NotAsked("the model registry");

    public Task<ModelVersion> DescribeAsync(string arn, CancellationToken cancellationToken) => throw NotAsked("the model registry");

    public Task<ExecutionFailure> FailureOfAsync(string executionArn, CancellationToken cancellationToken) => throw NotAsked("SageMaker");

    public Task<ExecutionInput?> InputOfAsync(string executionArn, CancellationToken cancellationToken) => throw NotAsked("SageMaker");

    public Task<byte[]> ReadAsync(string bucket, string key, CancellationToken cancellationToken) =>
        content is null
            ? throw new LookupException($"A dry run reads nothing from s3://{bucket}/{key}; give the content with --object.")
            : Task.FromResult(content);

    private static LookupException NotAsked(string service) => new($"A dry run doesn't ask {service}.");
}
