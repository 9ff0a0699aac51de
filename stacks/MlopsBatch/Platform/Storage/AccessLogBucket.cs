using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.S3.Inputs;

namespace MlopsBatch.Platform.Storage;

/// <summary>Where S3 writes who read and wrote what. S3's log delivery takes no KMS key of ours, so it is encrypted with S3's
/// own.</summary>
internal sealed class AccessLogBucket
{
    public AccessLogBucket(Account account, Resource parent)
    {
        var name = $"{account.Settings.Bucket.Name[..Math.Min(account.Settings.Bucket.Name.Length, 51)].TrimEnd('.', '-')}-access-logs";
        var arn = account.Partition.S3(name).ToString();
        var bucket = new GuardedBucket(
            account,
            "access-logs",
            name,
            new()
            {
                ApplyServerSideEncryptionByDefault = new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                {
                    SseAlgorithm = "AES256",
                },
            },
            parent
        );
        var delivery = new Statement("LogDelivery", ["s3:PutObject"], new[] { $"{arn}/*" })
            .By(StatementPrincipal.Service("logging.s3.amazonaws.com"))
            .When("StringEquals", "aws:SourceAccount", account.Id)
            .When("ArnLike", "aws:SourceArn", new[] { account.Partition.S3(account.Settings.Bucket.Name).ToString() });
        var policy = bucket.AddPolicy([BucketStatements.DenyPlainHttp(arn), delivery]);
        bucket.AddLifecycle(
            new BucketLifecycleConfigurationRuleArgs
            {
                Id = "housekeeping",
                Status = "Enabled",
                Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
                {
                    DaysAfterInitiation = 7,
                },
                Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = account.Settings.LogRetentionDays },
                NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = 30 },
            }
        );
        Name = Output.Tuple(bucket.Name, policy.Id).Apply(made => made.Item1);
    }

    /// <summary>The bucket's name, once S3 may write to it.</summary>
    public Output<string> Name { get; }
}
