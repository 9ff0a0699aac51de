using System.Xml.Linq;
using MlopsBatch.LocalCloud.S3;

namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>What is asked of objects that come in parts.</summary>
internal sealed class MultipartOperations(Cloud cloud)
{
    private readonly MultipartUploads _uploads = new(cloud);

    public Task BeginAsync(ServiceCall call, S3Bucket bucket, string key) =>
        S3Xml.WriteAsync(
            call.Http,
            200,
            new XElement("InitiateMultipartUploadResult", Names(bucket, key), new XElement("UploadId", _uploads.Begin(bucket, key)))
        );

    public async Task PutPartAsync(ServiceCall call, S3Bucket bucket, string key, string id)
    {
        var upload = _uploads.Find(bucket, key, id);
        var number = call.Target.Query.Find("partNumber") ?? "";
        if (call.Request.Headers["x-amz-copy-source"].ToString() is not { Length: > 0 } source)
        {
            call.Response.Headers.ETag = S3Xml.Quoted(MultipartUploads.Put(upload, number, call.Body).ETag);
            return;
        }
        await using var content = CopySource.Open(call.Account.S3, source, call.Request.Headers["x-amz-copy-source-range"].ToString());
        var part = MultipartUploads.Put(upload, number, content);
        await S3Xml.WriteAsync(
            call.Http,
            200,
            new XElement(
                "CopyPartResult",
                new XElement("LastModified", S3Xml.Time(cloud.Options.Time.GetUtcNow())),
                new XElement("ETag", S3Xml.Quoted(part.ETag))
            )
        );
    }

    public async Task CompleteAsync(ServiceCall call, S3Bucket bucket, string key, string id)
    {
        var upload = _uploads.Find(bucket, key, id);
        var stored = _uploads.Complete(bucket, id, upload, await S3Xml.ReadAsync(call));
        await S3Xml.WriteAsync(
            call.Http,
            200,
            new XElement(
                "CompleteMultipartUploadResult",
                new XElement("Location", $"/{bucket.Name}/{key}"),
                Names(bucket, key),
                new XElement("ETag", S3Xml.Quoted(stored.ETag))
            )
        );
    }

    public Task ListPartsAsync(ServiceCall call, S3Bucket bucket, string key, string id) =>
        S3Xml.WriteAsync(
            call.Http,
            200,
            new XElement(
                "ListPartsResult",
                Names(bucket, key),
                new XElement("UploadId", id),
                new XElement("IsTruncated", false),
                _uploads
                    .Find(bucket, key, id)
                    .Parts.Values.OrderBy(part => part.Number)
                    .Select(part => new XElement(
                        "Part",
                        new XElement("PartNumber", part.Number),
                        new XElement("ETag", S3Xml.Quoted(part.ETag)),
                        new XElement("Size", part.Size)
                    ))
            )
        );

    public Task Abort(ServiceCall call, S3Bucket bucket, string key, string id)
    {
        _uploads.Remove(id, _uploads.Find(bucket, key, id));
        call.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    public Task ListAsync(ServiceCall call, S3Bucket bucket) =>
        S3Xml.WriteAsync(
            call.Http,
            200,
            new XElement(
                "ListMultipartUploadsResult",
                new XElement("Bucket", bucket.Name),
                new XElement("IsTruncated", false),
                _uploads
                    .Of(bucket)
                    .Select(entry => new XElement(
                        "Upload",
                        new XElement("Key", entry.Upload.Key),
                        new XElement("UploadId", entry.Id),
                        new XElement("Initiated", S3Xml.Time(entry.Upload.Initiated))
                    ))
            )
        );

    private static XElement[] Names(S3Bucket bucket, string key) => [new("Bucket", bucket.Name), new("Key", key)];
}
