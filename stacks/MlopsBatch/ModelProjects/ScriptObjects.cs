using System.Text;
using MlopsBatch.Pipelines.Scripts;
using MlopsBatch.Platform;
using Pulumi;
using Pulumi.Aws.S3;

namespace MlopsBatch.ModelProjects;

/// <summary>
/// A model's step scripts in the bucket, under their content hash. Kept on update, so that a running execution never loses its
/// code.
/// </summary>
internal sealed class ScriptObjects
{
    public ScriptObjects(SharedResources shared, string model, ScriptBundle bundle, Resource parent)
    {
        var folder = shared.Bucket.Layout(model).Scripts;
        Objects =
        [
            .. bundle.Objects.Select(file => new BucketObjectv2(
                $"{model}-{bundle.Hash[..8]}-{file.Key}",
                new BucketObjectv2Args
                {
                    Bucket = shared.Bucket.Ready,
                    Key = folder.Key(bundle.Hash, file.Key),
                    Content = IsText(file.Key) ? Encoding.UTF8.GetString(file.Value) : (Input<string>?)null!,
                    ContentBase64 = IsText(file.Key) ? (Input<string>?)null! : Convert.ToBase64String(file.Value),
                    ContentType = IsText(file.Key) ? "text/plain; charset=utf-8" : "application/gzip",
                    ServerSideEncryption = "aws:kms",
                    KmsKeyId = shared.Bucket.Key.Arn,
                },
                new() { Parent = parent, RetainOnDelete = true }
            )),
        ];
    }

    /// <summary>Whoever runs the scripts waits for them.</summary>
    public IReadOnlyList<BucketObjectv2> Objects { get; }

    private static bool IsText(string name) => !name.EndsWith(".gz", StringComparison.Ordinal);
}
