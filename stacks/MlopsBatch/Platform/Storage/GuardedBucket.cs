using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;
using S3 = Pulumi.Aws.S3;

namespace MlopsBatch.Platform.Storage;

/// <summary>A bucket as each of ours is: nothing public, no ACLs, encrypted, versioned, and protected with all that guards it.</summary>
internal sealed class GuardedBucket
{
    private readonly string _logicalName;
    private readonly Resource _parent;
    private readonly BucketPublicAccessBlock _publicAccess;
    private readonly BucketVersioning _versioning;

    /// <param name="account">The bucket's account.</param>
    /// <param name="logicalName">Name of all its resources in the program.</param>
    /// <param name="name">Name in S3.</param>
    /// <param name="encryption">How S3 encrypts what comes without a wish of its own.</param>
    /// <param name="parent">Whose it is.</param>
    public GuardedBucket(
        Account account,
        string logicalName,
        string name,
        BucketServerSideEncryptionConfigurationRuleArgs encryption,
        Resource parent
    )
    {
        (_logicalName, _parent) = (logicalName, parent);
        var bucket = new Bucket(
            logicalName,
            new BucketArgs { BucketName = name, Tags = account.Tags() },
            new() { Parent = parent, Protect = true }
        );
        Name = bucket.BucketName;
        // What guards protected data is protected with it: a destruction that leaves the bucket mustn't leave it open.
        Guard = new() { Parent = parent, Protect = true };
        var ownership = new BucketOwnershipControls(
            logicalName,
            new BucketOwnershipControlsArgs
            {
                Bucket = Name,
                Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
            },
            Guard
        );
        _publicAccess = new(
            logicalName,
            new BucketPublicAccessBlockArgs
            {
                Bucket = Name,
                BlockPublicAcls = true,
                BlockPublicPolicy = true,
                IgnorePublicAcls = true,
                RestrictPublicBuckets = true,
            },
            Guard
        );
        var serverSide = new BucketServerSideEncryptionConfiguration(
            logicalName,
            new S3.BucketServerSideEncryptionConfigurationArgs { Bucket = Name, Rules = encryption },
            Guard
        );
        _versioning = new(
            logicalName,
            new S3.BucketVersioningArgs
            {
                Bucket = Name,
                VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
            },
            Guard
        );
        Ready = Output.Tuple(Name, ownership.Id, serverSide.Id).Apply(made => made.Item1);
    }

    /// <summary>The name, once there is a bucket.</summary>
    public Output<string> Name { get; }

    /// <summary>The name, once objects can be put into it as all are to be.</summary>
    public Output<string> Ready { get; }

    /// <summary>For what guards the bucket, too.</summary>
    public CustomResourceOptions Guard { get; }

    /// <summary>Gives the bucket its policy, after all public access was blocked.</summary>
    public BucketPolicy AddPolicy(IEnumerable<Statement> statements) =>
        new(_logicalName, new BucketPolicyArgs { Bucket = Name, Policy = PolicyText.Of(statements) }, After(_publicAccess));

    /// <summary>Lets objects and their versions end.</summary>
    public void AddLifecycle(InputList<BucketLifecycleConfigurationRuleArgs> rules) =>
        _ = new BucketLifecycleConfiguration(
            _logicalName,
            new BucketLifecycleConfigurationArgs { Bucket = Name, Rules = rules },
            After(_versioning)
        );

    private CustomResourceOptions After(Resource first) =>
        new()
        {
            Parent = _parent,
            Protect = true,
            DependsOn = first,
        };
}
