using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using MlopsBatch.LocalCloud.S3;

namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>What is asked of objects.</summary>
internal static class ObjectOperations
{
    public static async Task GetAsync(ServiceCall call, S3Bucket bucket, string key)
    {
        var versionId = call.Target.Query.Find("versionId");
        var item = Version(bucket, key, versionId);
        await using var content = bucket.OpenRead(key, versionId);
        var headers = call.Response.Headers;
        headers.ETag = S3Xml.Quoted(item.ETag);
        headers.LastModified = item.LastModified.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        headers.AcceptRanges = "bytes";
        WriteVersion(call, item);
        if (call.Request.Headers.IfNoneMatch.Any(tag => tag?.Trim('"') == item.ETag))
        {
            call.Response.StatusCode = 304;
            return;
        }
        if (call.Request.Headers.IfMatch.ToString() is { Length: > 0 } tag && tag.Trim('"') != item.ETag)
        {
            call.Response.StatusCode = 412;
            return;
        }
        call.Response.ContentType = "binary/octet-stream";
        var range = ByteRange.Parse(call.Request.Headers.Range.ToString(), content.Length);
        call.Response.ContentLength = range?.Length ?? content.Length;
        if (range is not null)
        {
            call.Response.StatusCode = 206;
            headers.ContentRange = range.ContentRange(content.Length);
        }
        if (call.Request.Method != "HEAD")
        {
            var wanted = range is null ? content : new SliceStream(content, range);
            await wanted.CopyToAsync(call.Response.Body, call.Http.RequestAborted);
        }
    }

    public static Task Put(ServiceCall call, S3Bucket bucket, string key)
    {
        CheckDigest(call);
        var stored = bucket.Put(key, call.Body);
        call.Response.Headers.ETag = S3Xml.Quoted(stored.ETag);
        WriteVersion(call, stored);
        return Task.CompletedTask;
    }

    public static async Task CopyAsync(ServiceCall call, S3Bucket bucket, string key)
    {
        await using var content = CopySource.Open(call.Account.S3, call.Request.Headers["x-amz-copy-source"].ToString());
        var stored = bucket.PutAs(key, content, "CopyObject");
        WriteVersion(call, stored);
        await S3Xml.WriteAsync(
            call.Http,
            200,
            new XElement(
                "CopyObjectResult",
                new XElement("LastModified", S3Xml.Time(stored.LastModified)),
                new XElement("ETag", S3Xml.Quoted(stored.ETag))
            )
        );
    }

    /// <summary>Objects have no tags here; clients ask before they copy.</summary>
    public static Task TagsAsync(ServiceCall call, S3Bucket bucket, string key)
    {
        bucket.Get(key);
        return S3Xml.WriteAsync(call.Http, 200, new XElement("Tagging", new XElement("TagSet")));
    }

    public static Task Delete(ServiceCall call, S3Bucket bucket, string key)
    {
        if (call.Target.Query.Has("versionId"))
        {
            throw new CloudException("NotImplemented", "The local cloud's S3 keeps every version; delete without versionId.");
        }
        bucket.Delete(key);
        call.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static S3Object Version(S3Bucket bucket, string key, string? versionId) =>
        versionId is null
            ? bucket.Get(key)
            : bucket.Versions(key).FirstOrDefault(version => version.VersionId == versionId)
                ?? throw new CloudException("NoSuchVersion", $"s3://{bucket.Name}/{key} has no version '{versionId}'.");

    private static void WriteVersion(ServiceCall call, S3Object item)
    {
        if (item.VersionId != S3Bucket.NullVersion)
        {
            call.Response.Headers["x-amz-version-id"] = item.VersionId;
        }
    }

    private static void CheckDigest(ServiceCall call)
    {
        var declared = call.Request.Headers.ContentMD5.ToString();
        if (declared.Length > 0 && declared != Convert.ToBase64String(MD5.HashData(call.Body)))
        {
            throw new CloudException("BadDigest", "The Content-MD5 you specified did not match what we received.");
        }
        call.Body.Position = 0;
    }
}
