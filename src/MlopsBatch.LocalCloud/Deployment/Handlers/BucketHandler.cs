using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Buckets. As in S3, one that has objects can't be deleted, unless <c>forceDestroy</c> says so.</summary>
internal sealed class BucketHandler() : ResourceHandler("aws:s3/bucket:Bucket", ["bucket"], ["forceDestroy"])
{
    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        var bucket = account.CreateBucket(inputs.Text("bucket")!);
        var host = $"{bucket.Name}.s3.amazonaws.com";
        return new(
            bucket.Name,
            new JsonObject
            {
                ["arn"] = bucket.Arn,
                ["bucketDomainName"] = host,
                ["bucketRegionalDomainName"] = $"{bucket.Name}.s3.{account.Region}.amazonaws.com",
            }
        );
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => old.Outputs;

    public override void Delete(CloudAccount account, ResourceState state) =>
        account.S3.DeleteBucket(state.Id, state.Inputs.Flag("forceDestroy"));
}
