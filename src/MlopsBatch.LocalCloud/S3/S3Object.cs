namespace MlopsBatch.LocalCloud.S3;

/// <summary>One version of an object.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Key">The key, exactly as it was given.</param>
/// <param name="VersionId"><c>null</c> (the text) in a bucket without versioning.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ETag">MD5 of the content in hexadecimal digits, without quotes.</param>
/// <param name="LastModified">When it was stored.</param>
public sealed record S3Object(string Bucket, string Key, string VersionId, long Size, string ETag, DateTimeOffset LastModified)
{
    /// <summary>The KMS key that encrypts it; null for S3's own keys.</summary>
    public string? KmsKey { get; init; }

    /// <summary>Where it is.</summary>
    public S3Uri Uri => new(Bucket, Key);
}
