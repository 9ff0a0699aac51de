using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;

/// <summary>A registry with one version, or one that can't be asked.</summary>
internal sealed class StubRegistry(ModelVersion? version = null) : IModelRegistry
{
    public int Asked { get; private set; }

    public Task<ModelVersion?> HighestApprovedAsync(string group, ReviewGate gate, int? except, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Deploying never lists versions.");

    public Task<ModelVersion> DescribeAsync(string arn, CancellationToken cancellationToken)
    {
        Asked++;
        return version is null ? throw new LookupException("SageMaker could not be reached.") : Task.FromResult(version);
    }
}
