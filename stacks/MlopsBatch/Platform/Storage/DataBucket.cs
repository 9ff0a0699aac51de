using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;
using S3 = Pulumi.Aws.S3;

namespace MlopsBatch.Platform.Storage;

/// <summary>The bucket with data, scripts and models: made here with everything a bucket should have, or given and left as it is.</summary>
internal sealed class DataBucket : ComponentResource
{
    private readonly Account _account;

    public DataBucket(Account account, ComponentResourceOptions? options = null)
        : base("mlops-batch:platform:DataBucket", "data-bucket", options)
    {
        _account = account;
        Key = new(account, this);
        Name = account.Settings.Bucket.Name;
        Arn = account.Partition.S3(Name).ToString();
        if (account.Settings.Bucket.Existing)
        {
            Ready = Output.Create(Name);
            Requirements = [.. Key.Requirements, .. Required()];
        }
        else
        {
            Ready = Make();
            Requirements = Key.Requirements;
        }

        RegisterOutputs();
    }

    /// <summary>The bucket's name; it is configured, so it is known in every preview.</summary>
    public string Name { get; }

    public string Arn { get; }

    /// <summary>The bucket's name, once the bucket is there.</summary>
    public Output<string> Ready { get; }

    /// <summary>What switches the bucket's events on; null for a given bucket, whose owner does.</summary>
    public BucketNotification? EventsOn { get; private set; }

    public DataKey Key { get; }

    public IReadOnlyList<Requirement> Requirements { get; }

    /// <summary>Where a model's objects lie.</summary>
    public S3Layout Layout(string model) => new(Name, _account.Settings.Bucket.Prefix, model);

    /// <summary>Reading the objects of some folders.</summary>
    public Action<Grantee> GrantRead(params S3Folder[] folders) =>
        grantee =>
        {
            grantee.Add(new("ReadObjects", ["s3:GetObject"], folders.Select(ObjectsOf).ToArray()));
            grantee.Add(
                new Statement("ListFolders", ["s3:ListBucket"], Arn).When(
                    "StringLike",
                    "s3:prefix",
                    folders.SelectMany(folder => new[] { folder.Path, $"{folder.Prefix}*" }).ToArray()
                )
            );
            Key.GrantDecrypt(grantee);
        };

    /// <summary>Putting objects into some folders.</summary>
    public Action<Grantee> GrantWrite(params S3Folder[] folders) =>
        grantee =>
        {
            grantee.Add(new("WriteObjects", ["s3:AbortMultipartUpload", "s3:PutObject"], folders.Select(ObjectsOf).ToArray()));
            Key.GrantEncrypt(grantee);
        };

    private string ObjectsOf(S3Folder folder) => $"{Arn}/{folder.Prefix}*";

    private Output<string> Make()
    {
        var log = new AccessLogBucket(_account, this);
        var bucket = new GuardedBucket(
            _account,
            "data",
            Name,
            new()
            {
                ApplyServerSideEncryptionByDefault = new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                {
                    SseAlgorithm = "aws:kms",
                    KmsMasterKeyId = Key.Arn,
                },
                BucketKeyEnabled = true,
            },
            this
        );
        _ = bucket.AddPolicy([BucketStatements.DenyPlainHttp(Arn), .. BucketStatements.Sharing(_account, this)]);
        EventsOn = new BucketNotification(
            "data",
            new BucketNotificationArgs { Bucket = bucket.Name, Eventbridge = true },
            new() { Parent = this }
        );
        _ = new BucketLogging(
            "data",
            new S3.BucketLoggingArgs
            {
                Bucket = bucket.Name,
                TargetBucket = log.Name,
                TargetPrefix = "data/",
            },
            bucket.Guard
        );
        bucket.AddLifecycle(Lifecycle.Rules(_account, this));
        return bucket.Ready;
    }

    private IEnumerable<Requirement> Required()
    {
        yield return new(
            Name,
            "events to EventBridge, for triggers and drift warnings; the command replaces all notifications of the "
                + "bucket, so add what 'aws s3api get-bucket-notification-configuration' shows to it",
            Output.Create(
                $"aws s3api put-bucket-notification-configuration --bucket {Name} --notification-configuration "
                    + $"'{{\"EventBridgeConfiguration\":{{}}}}'"
            )
        );
        var sharing = BucketStatements.Sharing(_account, this).ToList();
        if (sharing.Count > 0)
        {
            yield return new(Name, "policy statements that let the deploy accounts read models and baselines", PolicyText.Of(sharing));
        }

        yield return new(Name, "a policy statement that denies access without TLS", PolicyText.Of([BucketStatements.DenyPlainHttp(Arn)]));
    }
}
