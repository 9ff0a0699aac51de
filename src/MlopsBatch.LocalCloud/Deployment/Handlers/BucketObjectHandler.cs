using System.Text;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Objects that a program uploads.</summary>
internal sealed class BucketObjectHandler()
    : ResourceHandler(
        "aws:s3/bucketObjectv2:BucketObjectv2",
        ["bucket", "key"],
        ["content", "contentBase64", "source", "kmsKeyId", "serverSideEncryption"],
        ["contentType", "contentEncoding", "cacheControl", "etag", "sourceHash", "bucketKeyEnabled", "metadata", "forceDestroy"]
    )
{
    public override bool HasSameName(JsonObject old, JsonObject inputs) =>
        base.HasSameName(old, inputs) && old.Text("key") == inputs.Text("key");

    public override Created Create(CloudAccount account, JsonObject inputs) =>
        new($"{inputs.Text("bucket")}/{inputs.Text("key")}", Put(account, inputs));

    public override JsonObject? Read(CloudAccount account, ResourceState state) =>
        account.S3.Bucket(state.Inputs.Text("bucket")!).Find(state.Inputs.Text("key")!) is null ? null : state.Outputs;

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => Put(account, inputs);

    public override void Delete(CloudAccount account, ResourceState state) =>
        account.S3.Bucket(state.Inputs.Text("bucket")!).Delete(state.Inputs.Text("key")!);

    private static JsonObject Put(CloudAccount account, JsonObject inputs)
    {
        var bucket = account.S3.Bucket(inputs.Text("bucket")!);
        var key = inputs.Text("key")!;
        var file = inputs.Text("source") ?? inputs.Text("source", "asset");
        var stored = file is not null
            ? bucket.Put(key, file, inputs.Text("kmsKeyId"))
            : bucket.Put(key, new MemoryStream(Content(inputs)), inputs.Text("kmsKeyId"));
        return new JsonObject
        {
            ["arn"] = $"{bucket.Arn}/{key}",
            ["etag"] = stored.ETag,
            ["versionId"] = stored.VersionId,
        };
    }

    private static byte[] Content(JsonObject inputs) =>
        inputs.Text("contentBase64") is { } base64
            ? Convert.FromBase64String(base64)
            : Encoding.UTF8.GetBytes(inputs.Text("content") ?? "");
}
