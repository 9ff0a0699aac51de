using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.Common.Registry;

/// <summary>What the functions ask the model registry.</summary>
public interface IModelRegistry
{
    /// <summary>The version that deployments use, by the rule of <see cref="HighestApproved"/>; null if there is none.</summary>
    /// <param name="group">The model package group.</param>
    /// <param name="gate">The group's review gate.</param>
    /// <param name="except">A version's number that doesn't count.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <exception cref="LookupException">The registry could not be asked.</exception>
    Task<ModelVersion?> HighestApprovedAsync(string group, ReviewGate gate, int? except, CancellationToken cancellationToken);

    /// <exception cref="LookupException">The registry could not be asked, or has no such version.</exception>
    Task<ModelVersion> DescribeAsync(string arn, CancellationToken cancellationToken);
}
