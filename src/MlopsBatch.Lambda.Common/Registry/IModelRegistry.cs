namespace MlopsBatch.Lambda.Common.Registry;

/// <summary>What the functions ask the model registry.</summary>
public interface IModelRegistry
{
    /// <summary>The group's approved versions, highest number first.</summary>
    /// <exception cref="LookupException">The registry could not be asked.</exception>
    IAsyncEnumerable<ModelVersion> ApprovedAsync(string group, CancellationToken cancellationToken);

    /// <exception cref="LookupException">The registry could not be asked, or has no such version.</exception>
    Task<ModelVersion> DescribeAsync(string arn, CancellationToken cancellationToken);
}
