using Amazon.S3;
using Amazon.S3.Model;
using MlopsBatch.Lambda.Common.Registry;

namespace MlopsBatch.Lambda.Notifications.Lookups;

/// <summary>S3. The client is made on first use: most events don't need it.</summary>
public sealed class S3Objects(Lazy<IAmazonS3> client) : IObjects
{
    // A violations file of 10,000 features is about 2 MB.
    private const int MaxBytes = 8 * 1024 * 1024;

    public Task<byte[]> ReadAsync(string bucket, string key, CancellationToken cancellationToken) =>
        Lookup.AskAsync("S3", $"read s3://{bucket}/{key}", cancellation => GetAsync(bucket, key, cancellation), cancellationToken);

    private async Task<byte[]> GetAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        using var response = await client.Value.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key }, cancellationToken);
        if (response.ContentLength > MaxBytes)
        {
            throw new LookupException($"s3://{bucket}/{key} has {response.ContentLength} bytes, more than the {MaxBytes} that are read.");
        }

        using var copy = new MemoryStream();
        await response.ResponseStream.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }
}
