using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using MlopsBatch.LocalCloud.S3;

namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>
/// Objects that come in parts, as big files do from the AWS CLI.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
/// </summary>
internal sealed class MultipartUploads(Cloud cloud)
{
    private const int MaxParts = 10_000;
    private const long MinPart = 5L << 20;

    private readonly ConcurrentDictionary<string, MultipartUpload> _uploads = new(StringComparer.Ordinal);

    public string Begin(S3Bucket bucket, string key)
    {
        KeyPath.Validate(key);
        var id = cloud.Ids.Next("multipart upload", 32);
        var folder = Path.Combine(Path.GetFullPath(cloud.Options.Root), "uploads", id);
        Storage.Run($"take in s3://{bucket.Name}/{key}", folder, () => Directory.CreateDirectory(folder));
        _uploads[id] = new MultipartUpload(bucket.Name, key, folder, cloud.Options.Time.GetUtcNow());
        return id;
    }

    /// <exception cref="CloudException">NoSuchUpload.</exception>
    public MultipartUpload Find(S3Bucket bucket, string key, string id) =>
        _uploads.TryGetValue(id, out var upload) && upload.Bucket == bucket.Name && upload.Key == key
            ? upload
            : throw new CloudException("NoSuchUpload", "The specified upload does not exist. It may have been aborted or completed.");

    /// <summary>The uploads of a bucket that go on.</summary>
    public IEnumerable<(string Id, MultipartUpload Upload)> Of(S3Bucket bucket) =>
        _uploads
            .Where(entry => entry.Value.Bucket == bucket.Name)
            .Select(entry => (entry.Key, entry.Value))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal);

    /// <returns>The part's ETag.</returns>
    public static UploadedPart Put(MultipartUpload upload, string number, Stream content)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index is < 1 or > MaxParts)
        {
            throw new CloudException(
                "InvalidArgument",
                $"Part number must be an integer between 1 and {MaxParts}, inclusive, got '{number}'."
            );
        }
        var path = Path.Combine(upload.Folder, number);
        return Storage.Run(
            $"take in part {number} of s3://{upload.Bucket}/{upload.Key}",
            path,
            () =>
            {
                using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
                content.CopyTo(file);
                file.Position = 0;
                return upload.Parts[index] = new UploadedPart(index, file.Length, Convert.ToHexStringLower(MD5.HashData(file)), path);
            }
        );
    }

    /// <summary>Makes an object of the parts that the client lists.</summary>
    /// <exception cref="CloudException">InvalidPart, InvalidPartOrder, EntityTooSmall or MalformedXML.</exception>
    public S3Object Complete(S3Bucket bucket, string id, MultipartUpload upload, XElement listed)
    {
        var parts = listed.Elements("Part").Select(part => Part(upload, part)).ToList();
        if (parts.Count == 0)
        {
            throw new CloudException("MalformedXML", "CompleteMultipartUpload must list at least one part.");
        }
        if (parts.Zip(parts.Skip(1)).Any(pair => pair.First.Number >= pair.Second.Number))
        {
            throw new CloudException("InvalidPartOrder", "The list of parts was not in ascending order.");
        }
        if (parts.SkipLast(1).FirstOrDefault(part => part.Size < MinPart) is { } small)
        {
            throw new CloudException("EntityTooSmall", $"Part {small.Number} has {small.Size} bytes; all but the last need {MinPart}.");
        }
        var digests = parts.SelectMany(part => Convert.FromHexString(part.ETag)).ToArray();
        var eTag = string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(MD5.HashData(digests))}-{parts.Count}");
        using var content = new PartStream([.. parts.Select(part => part.Path)]);
        var stored = bucket.PutAs(upload.Key, content, "CompleteMultipartUpload", eTag);
        Remove(id, upload);
        return stored;
    }

    public void Remove(string id, MultipartUpload upload)
    {
        if (_uploads.TryRemove(id, out _))
        {
            Storage.Run("remove an upload's parts", upload.Folder, () => Directory.Delete(upload.Folder, recursive: true));
        }
    }

    private static UploadedPart Part(MultipartUpload upload, XElement listed)
    {
        var eTag = listed.Element("ETag")?.Value.Trim('"');
        return
            int.TryParse(listed.Element("PartNumber")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && upload.Parts.TryGetValue(number, out var part)
            && part.ETag == eTag
            ? part
            : throw new CloudException(
                "InvalidPart",
                $"Part '{listed.Element("PartNumber")?.Value}' with ETag '{eTag}' could not be found; "
                    + "it was not uploaded, or is another one."
            );
    }
}
