using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Proof;

/// <summary>The two buckets and the model package group: nothing public, encrypted, versioned; data expires, models don't.</summary>
internal static class StorageShapes
{
    public static IEnumerable<Shape> Of(Place place, string dataKey)
    {
        foreach (var (name, bucket) in new[] { ("data", place.Bucket), ("access-logs", $"{place.Bucket}-access-logs") })
        {
            yield return Guard(ResourceTypes.Bucket, name, ("bucket", bucket));
            yield return Guard(ResourceTypes.BucketOwnership, name, ("bucket", bucket), ("rule.objectOwnership", "BucketOwnerEnforced"));
            yield return Guard(
                ResourceTypes.BucketPublicAccessBlock,
                name,
                ("bucket", bucket),
                ("blockPublicAcls", "true"),
                ("blockPublicPolicy", "true"),
                ("ignorePublicAcls", "true"),
                ("restrictPublicBuckets", "true")
            );
            yield return Guard(ResourceTypes.BucketVersioning, name, ("bucket", bucket), ("versioningConfiguration.status", "Enabled"));
            // S3 refuses a policy that it takes for public, as long as nothing says that none may be.
            yield return Guard(ResourceTypes.BucketPolicy, name, ("bucket", bucket)) with
            {
                After = [(ResourceTypes.BucketPublicAccessBlock, name)],
            };
        }

        const string encryption = "rules.0.applyServerSideEncryptionByDefault";
        yield return Guard(
            ResourceTypes.BucketEncryption,
            "data",
            ("bucket", place.Bucket),
            ($"{encryption}.kmsMasterKeyId", dataKey),
            ($"{encryption}.sseAlgorithm", "aws:kms"),
            ("rules.0.bucketKeyEnabled", "true")
        );
        // Log delivery can't use a key of one's own (S3 user guide, "Enabling Amazon S3 server access logging").
        yield return Guard(
            ResourceTypes.BucketEncryption,
            "access-logs",
            ("bucket", $"{place.Bucket}-access-logs"),
            ($"{encryption}.sseAlgorithm", "AES256")
        );
        yield return Guard(
            ResourceTypes.BucketLogging,
            "data",
            ("bucket", place.Bucket),
            ("targetBucket", $"{place.Bucket}-access-logs"),
            ("targetPrefix", "data/")
        );
        yield return new(ResourceTypes.BucketNotification, "data", ("bucket", place.Bucket), ("eventbridge", "true"));
        var expiring = new[] { "training/processed", "batch-scoring/processed", "batch-scoring/combined" };
        yield return Guard(
            ResourceTypes.BucketLifecycle,
            "data",
            [
                ("bucket", place.Bucket),
                .. Rule(0, "housekeeping", "", ("abortIncompleteMultipartUpload.daysAfterInitiation", "7")),
                ("rules.0.noncurrentVersionExpiration.noncurrentDays", "90"),
                .. expiring.SelectMany(
                    (folder, i) => Rule(i + 1, $"expire {place.Prefix}/{folder}", $"{place.Prefix}/{folder}/", ("expiration.days", "90"))
                ),
            ]
        ) with
        {
            After = [(ResourceTypes.BucketVersioning, "data")],
        };
        yield return Guard(
            ResourceTypes.BucketLifecycle,
            "access-logs",
            [
                ("bucket", $"{place.Bucket}-access-logs"),
                .. Rule(0, "housekeeping", "", ("abortIncompleteMultipartUpload.daysAfterInitiation", "7")),
                ("rules.0.expiration.days", "365"),
                ("rules.0.noncurrentVersionExpiration.noncurrentDays", "30"),
            ]
        ) with
        {
            After = [(ResourceTypes.BucketVersioning, "access-logs")],
        };
        if (place.Builds)
        {
            yield return Guard(ResourceTypes.ModelPackageGroup, "abalone", ("modelPackageGroupName", "abalone"));
        }

        if (place.IsShared)
        {
            yield return Guard(ResourceTypes.ModelPackageGroupPolicy, "abalone", ("modelPackageGroupName", "abalone"));
        }
    }

    private static IEnumerable<(string, string)> Rule(int index, string id, string prefix, (string Path, string Value) effect) =>
        [
            ($"rules.{index}.id", id),
            ($"rules.{index}.filter.prefix", prefix),
            ($"rules.{index}.status", "Enabled"),
            ($"rules.{index}.{effect.Path}", effect.Value),
        ];

    private static Shape Guard(string type, string name, params (string, string)[] inputs) =>
        new(type, name, inputs) { IsProtected = true };
}
