using System.Text.Json.Nodes;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Checks.Security;

/// <summary>Rows about buckets. Sources: Checkov CKV_AWS_*, cdk-nag S1, S2, S10, Foundational Security Best Practices S3.*.</summary>
internal static class BucketRows
{
    public static IEnumerable<SecurityRow> All =>
        [
            Row(
                1,
                "All four blocks of public access are on.",
                (bucket, graph) =>
                    Part(graph, bucket, ResourceTypes.BucketPublicAccessBlock) is { } block
                    && new[] { "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets" }.All(name =>
                        block.Inputs[name]?.GetValue<bool>() == true
                    )
            ),
            Asked(2, "Access without TLS is denied.", IsEncryptedOnTheWay),
            Row(
                3,
                "New objects are encrypted with a KMS key of our own, with bucket keys.",
                (bucket, graph) =>
                    Part(graph, bucket, ResourceTypes.BucketEncryption)?.Inputs["rules"]?[0] is { } rule
                    && (string?)rule["applyServerSideEncryptionByDefault"]?["sseAlgorithm"] == "aws:kms"
                    && rule["applyServerSideEncryptionByDefault"]?["kmsMasterKeyId"] is not null
                    && rule["bucketKeyEnabled"]?.GetValue<bool>() == true
            ),
            Row(
                4,
                "Versions are kept.",
                (bucket, graph) =>
                    (string?)Part(graph, bucket, ResourceTypes.BucketVersioning)?.Inputs["versioningConfiguration"]?["status"] == "Enabled"
            ),
            Asked(
                5,
                "Access is logged to another bucket, which lets S3 write there.",
                (bucket, graph) =>
                    Part(graph, bucket, ResourceTypes.BucketLogging) is { } logging && logging.Text("targetBucket") != NameOf(bucket)
                        ? new Reach(graph).OfAccessLogs(bucket, logging)
                        : new(false, "it isn't logged to another bucket")
            ),
            Row(
                6,
                "Objects have a lifecycle, and unfinished uploads end.",
                (bucket, graph) =>
                    Part(graph, bucket, ResourceTypes.BucketLifecycle)?.Inputs["rules"] is JsonArray rules
                    && rules.Any(rule => rule?["abortIncompleteMultipartUpload"] is not null)
            ),
            Row(
                7,
                "Changes are sent to EventBridge.",
                (bucket, graph) => Part(graph, bucket, ResourceTypes.BucketNotification)?.Inputs["eventbridge"]?.GetValue<bool>() == true
            ),
            Row(
                8,
                "Access control lists are off.",
                (bucket, graph) =>
                    (string?)Part(graph, bucket, ResourceTypes.BucketOwnership)?.Inputs["rule"]?["objectOwnership"] == "BucketOwnerEnforced"
            ),
            Asked(
                9,
                "No principal is everyone; other accounts are named and limited by a condition.",
                (bucket, graph) =>
                    AccessAnswer.All(
                        (Policy(graph, bucket)?.Statements ?? [])
                            .Where(statement => statement.IsAllow)
                            .Select(statement => PolicyTests.IsBound(statement))
                    )
            ),
            Row(
                10,
                "Objects are replicated or locked, or it is written down why not.",
                (bucket, _) =>
                    bucket.Inputs["objectLockEnabled"]?.GetValue<bool>() == true || bucket.Inputs["replicationConfiguration"] is not null
            ),
        ];

    private static SecurityRow Row(int number, string demand, Func<RecordedResource, DeclaredStack, bool> holds) =>
        SecurityRow.Each(number, "S3", demand, ResourceTypes.Bucket, holds);

    private static SecurityRow Asked(int number, string demand, Func<RecordedResource, DeclaredStack, AccessAnswer> ask) =>
        SecurityRow.Asked(number, "S3", demand, ResourceTypes.Bucket, ask);

    private static string NameOf(RecordedResource bucket) => bucket.Text("bucket")!;

    private static RecordedResource? Part(DeclaredStack graph, RecordedResource bucket, string type) =>
        graph.OfType(type).FirstOrDefault(part => part.Text("bucket") == NameOf(bucket));

    private static DeclaredPolicy? Policy(DeclaredStack graph, RecordedResource bucket) =>
        graph.Policies.FirstOrDefault(policy =>
            policy.Resource.Type == ResourceTypes.BucketPolicy && policy.Resource.Text("bucket") == NameOf(bucket)
        );

    private static AccessAnswer IsEncryptedOnTheWay(RecordedResource bucket, DeclaredStack graph)
    {
        if (Policy(graph, bucket) is not { } policy)
        {
            return new(false, "it has no policy");
        }

        var arn = bucket.Arn!;
        return PolicyTests.RefusesPlainHttp(
            policy,
            ("s3:ListBucket", arn),
            ("s3:GetObject", $"{arn}/any"),
            ("s3:PutObject", $"{arn}/any"),
            ("s3:DeleteObject", $"{arn}/any")
        );
    }
}
