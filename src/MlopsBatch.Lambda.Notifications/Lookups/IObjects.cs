using MlopsBatch.Lambda.Common.Registry;

namespace MlopsBatch.Lambda.Notifications.Lookups;

/// <summary>Reads the small JSON reports that the pipelines write.</summary>
public interface IObjects
{
    /// <exception cref="LookupException">The object is missing, too large, or could not be read.</exception>
    Task<byte[]> ReadAsync(string bucket, string key, CancellationToken cancellationToken);
}
