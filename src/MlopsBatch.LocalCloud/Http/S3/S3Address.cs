using MlopsBatch.LocalCloud.Http.Signing;

namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>Bucket and key of a request; both are empty where it names none.</summary>
internal sealed record S3Address(string Bucket, string Key)
{
    private const string Own = ".localhost";

    /// <summary>
    /// Reads <c>/{bucket}/{key}</c>, or <c>{bucket}.localhost/{key}</c> (virtual-host style): names below localhost are
    /// this machine's own.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
    /// </summary>
    /// <param name="host">The Host header without its port.</param>
    /// <param name="rawPath">The path as it was sent.</param>
    public static S3Address Parse(string host, string rawPath)
    {
        var path = rawPath.StartsWith('/') ? rawPath[1..] : rawPath;
        if (host.EndsWith(Own, StringComparison.OrdinalIgnoreCase))
        {
            return new S3Address(host[..^Own.Length], UriCoding.Decode(path));
        }
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new S3Address(UriCoding.Decode(path), "")
            : new S3Address(UriCoding.Decode(path[..slash]), UriCoding.Decode(path[(slash + 1)..]));
    }
}
