using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;
using S3 = Pulumi.Aws.S3;

namespace MlopsBatch.Platform.Storage;

/// <summary>Where S3 writes who read and wrote what. S3's log delivery takes no KMS key of ours, so it is encrypted with S3's
/// own.</summary>
internal sealed class AccessLogBucket
{
    public AccessLogBucket(Account account, Resource parent)
    {
        var name = $"{account.Settings.Bucket.Name[..Math.Min(account.Settings.Bucket.Name.Length, 51)].TrimEnd('.', '-')}-access-logs";
        var arn = account.Partition.S3(name).ToString();
        var bucket = new Bucket(
            "access-logs",
            new BucketArgs { BucketName = name, Tags = account.Tags() },
            new() { Parent = parent, Protect = true }
        );
        // What guards protected data is protected with it: a destruction that leaves the bucket mustn't leave it open.
        var guard = new CustomResourceOptions { Parent = parent, Protect = true };
        _ = new BucketOwnershipControls(
            "access-logs",
            new BucketOwnershipControlsArgs
            {
                Bucket = bucket.BucketName,
                Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
            },
            guard
        );
        var access = new BucketPublicAccessBlock(
            "access-logs",
            new BucketPublicAccessBlockArgs
            {
                Bucket = bucket.BucketName,
                BlockPublicAcls = true,
                BlockPublicPolicy = true,
                IgnorePublicAcls = true,
                RestrictPublicBuckets = true,
            },
            guard
        );
        _ = new BucketServerSideEncryptionConfiguration(
            "access-logs",
            new S3.BucketServerSideEncryptionConfigurationArgs
            {
                Bucket = bucket.BucketName,
                Rules = new BucketServerSideEncryptionConfigurationRuleArgs
                {
                    ApplyServerSideEncryptionByDefault =
                        new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs { SseAlgorithm = "AES256" },
                },
            },
            guard
        );
        var versioning = new BucketVersioning(
            "access-logs",
            new S3.BucketVersioningArgs
            {
                Bucket = bucket.BucketName,
                VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
            },
            guard
        );
        var delivery = new Statement("LogDelivery", ["s3:PutObject"], new[] { $"{arn}/*" })
            .By(StatementPrincipal.Service("logging.s3.amazonaws.com"))
            .When("StringEquals", "aws:SourceAccount", account.Id)
            .When("ArnLike", "aws:SourceArn", new[] { account.Partition.S3(account.Settings.Bucket.Name).ToString() });
        var policy = new BucketPolicy(
            "access-logs",
            new BucketPolicyArgs { Bucket = bucket.BucketName, Policy = PolicyText.Of([BucketStatements.DenyPlainHttp(arn), delivery]) },
            new()
            {
                Parent = parent,
                Protect = true,
                DependsOn = access,
            }
        );
        _ = new BucketLifecycleConfiguration(
            "access-logs",
            new BucketLifecycleConfigurationArgs
            {
                Bucket = bucket.BucketName,
                Rules = new BucketLifecycleConfigurationRuleArgs
                {
                    Id = "housekeeping",
                    Status = "Enabled",
                    Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                    AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
                    {
                        DaysAfterInitiation = 7,
                    },
                    Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = account.Settings.LogRetentionDays },
                    NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
                    {
                        NoncurrentDays = 30,
                    },
                },
            },
            new()
            {
                Parent = parent,
                Protect = true,
                DependsOn = versioning,
            }
        );
        Name = Output.Tuple(bucket.BucketName, policy.Id).Apply(made => made.Item1);
    }

    /// <summary>The bucket's name, once S3 may write to it.</summary>
    public Output<string> Name { get; }
}
