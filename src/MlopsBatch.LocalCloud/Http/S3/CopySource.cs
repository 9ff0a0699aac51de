using MlopsBatch.LocalCloud.Http.Signing;
using MlopsBatch.LocalCloud.S3;

namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>The object that <c>x-amz-copy-source</c> names: <c>{bucket}/{key}[?versionId={id}]</c>, encoded.</summary>
internal static class CopySource
{
    private const string VersionMark = "?versionId=";

    /// <param name="s3">S3 as the sender sees it.</param>
    /// <param name="header">The header's value.</param>
    /// <param name="range">x-amz-copy-source-range, empty for the whole object.</param>
    /// <exception cref="CloudException">InvalidArgument, NoSuchBucket, NoSuchKey, NoSuchVersion or InvalidRange.</exception>
    public static Stream Open(LocalS3 s3, string header, string range = "")
    {
        var mark = header.IndexOf(VersionMark, StringComparison.Ordinal);
        var versionId = mark < 0 ? null : header[(mark + VersionMark.Length)..];
        var address = UriCoding.Decode(mark < 0 ? header : header[..mark]).TrimStart('/').Split('/', 2);
        if (address.Length != 2)
        {
            throw new CloudException("InvalidArgument", $"x-amz-copy-source must be <bucket>/<key>, got '{header}'.");
        }
        var content = s3.Bucket(address[0]).OpenRead(address[1], versionId);
        return ByteRange.Parse(range, content.Length) is { } part ? new SliceStream(content, part) : content;
    }
}
