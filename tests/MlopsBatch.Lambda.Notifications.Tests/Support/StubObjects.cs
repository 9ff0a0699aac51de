using System.Text;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;

namespace MlopsBatch.Lambda.Notifications.Tests.Support;

/// <summary>A bucket with given objects; any other key is refused as S3 does.</summary>
internal sealed class StubObjects(params (string Key, string Text)[] objects) : IObjects
{
    public Task<byte[]> ReadAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        foreach (var (known, text) in objects)
        {
            if (known == key)
            {
                return Task.FromResult(Encoding.UTF8.GetBytes(text));
            }
        }

        throw new LookupException($"S3 refused to read s3://{bucket}/{key}: NoSuchKey: The specified key does not exist.");
    }
}
