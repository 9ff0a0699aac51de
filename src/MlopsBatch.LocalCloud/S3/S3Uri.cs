using System.Diagnostics.CodeAnalysis;

namespace MlopsBatch.LocalCloud.S3;

/// <summary>The address of an object or of a prefix.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Key">A key or a key's beginning; empty for the whole bucket.</param>
public sealed record S3Uri(string Bucket, string Key)
{
    private const string Scheme = "s3://";

    /// <summary>Reads <c>s3://bucket/key</c>.</summary>
    /// <exception cref="CloudException">ValidationException if it is something else.</exception>
    public static S3Uri Parse(string text) =>
        TryParse(text, out var uri)
            ? uri
            : throw new CloudException("ValidationException", $"'{text}' is no S3 address; it must look like s3://bucket/key.");

    /// <summary>Reads <c>s3://bucket/key</c> if it is one.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out S3Uri? uri)
    {
        uri = null;
        if (text is null || !text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return false;
        }
        var slash = text.IndexOf('/', Scheme.Length);
        var bucket = slash < 0 ? text[Scheme.Length..] : text[Scheme.Length..slash];
        if (bucket.Length == 0)
        {
            return false;
        }
        uri = new S3Uri(bucket, slash < 0 ? "" : text[(slash + 1)..]);
        return true;
    }

    /// <summary>The address of something below this one.</summary>
    public S3Uri Append(string relativeKey) => this with { Key = Key.Length == 0 ? relativeKey : Key.TrimEnd('/') + "/" + relativeKey };

    public override string ToString() => Scheme + Bucket + "/" + Key;
}
