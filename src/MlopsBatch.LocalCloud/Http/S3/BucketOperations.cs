using System.Xml.Linq;
using MlopsBatch.LocalCloud.S3;

namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>What is asked of buckets.</summary>
internal sealed class BucketOperations(Cloud cloud)
{
    private const int MaxDeletes = 1000;

    public Task ListAllAsync(ServiceCall call) =>
        S3Xml.WriteAsync(
            call.Http,
            200,
            new XElement(
                "ListAllMyBucketsResult",
                new XElement("Owner", new XElement("ID", call.Key.AccountId)),
                new XElement(
                    "Buckets",
                    call.Account.S3.Buckets.Where(bucket => bucket.Owner == call.Key.AccountId)
                        .Select(bucket => new XElement(
                            "Bucket",
                            new XElement("Name", bucket.Name),
                            new XElement("CreationDate", S3Xml.Time(bucket.CreationTime))
                        ))
                )
            )
        );

    public Task Create(ServiceCall call, string name)
    {
        call.Account.CreateBucket(name);
        call.Response.Headers.Location = "/" + name;
        return Task.CompletedTask;
    }

    public Task Head(ServiceCall call)
    {
        call.Response.Headers["x-amz-bucket-region"] = cloud.Options.Region;
        return Task.CompletedTask;
    }

    /// <summary>us-east-1 is the one region that has no name here.</summary>
    public Task LocationAsync(ServiceCall call) =>
        S3Xml.WriteAsync(
            call.Http,
            200,
            new XElement("LocationConstraint", cloud.Options.Region == "us-east-1" ? null : cloud.Options.Region)
        );

    public static Task VersioningAsync(ServiceCall call, S3Bucket bucket) =>
        S3Xml.WriteAsync(
            call.Http,
            200,
            new XElement("VersioningConfiguration", bucket.Versioning ? new XElement("Status", "Enabled") : null)
        );

    public static Task ListAsync(ServiceCall call, S3Bucket bucket) =>
        S3Xml.WriteAsync(call.Http, 200, S3Listing.List(bucket, call.Target.Query));

    public static async Task DeleteObjectsAsync(ServiceCall call, S3Bucket bucket)
    {
        var request = await S3Xml.ReadAsync(call);
        var isQuiet = request.Element("Quiet")?.Value == "true";
        var keys = request.Elements("Object").Select(item => item.Element("Key")?.Value ?? "").ToList();
        if (keys.Count is 0 or > MaxDeletes)
        {
            throw new CloudException("MalformedXML", $"A request deletes 1 to {MaxDeletes} objects, got {keys.Count}.");
        }
        var rows = keys.Select(key => Delete(bucket, key)).Where(row => !isQuiet || row.Name != "Deleted").ToList();
        await S3Xml.WriteAsync(call.Http, 200, new XElement("DeleteResult", rows));
    }

    private static XElement Delete(S3Bucket bucket, string key)
    {
        try
        {
            bucket.Delete(key);
            return new XElement("Deleted", new XElement("Key", key));
        }
        catch (CloudException error)
        {
            return new XElement(
                "Error",
                new XElement("Key", key),
                new XElement("Code", error.Code),
                new XElement("Message", error.Message)
            );
        }
    }
}
