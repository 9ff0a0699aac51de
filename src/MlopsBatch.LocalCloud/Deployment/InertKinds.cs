using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>Kinds that are declared and do nothing in the local cloud, each with the reason. Nothing that the loop runs on may stand
/// here.</summary>
public static class InertKinds
{
    public static ImmutableSortedDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["aws:cloudwatch/dashboard:Dashboard"] = "a picture for people; nothing reads it",
            ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] =
                "objects expire after days to years, longer than any rehearsal",
            ["aws:s3/bucketLogging:BucketLogging"] = "access logs are for audits; nothing in the loop reads them",
            ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] =
                "the local cloud has no access control lists that it could switch off",
            ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = "nobody reaches a bucket here without being named by a policy",
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
