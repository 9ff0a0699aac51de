// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.S3;

/// <summary>aws:s3/bucket:Bucket</summary>
public partial class Bucket : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("bucket")] public Output<string> BucketName { get; private set; } = null!;
    [Output("bucketDomainName")] public Output<string> BucketDomainName { get; private set; } = null!;
    [Output("bucketNamespace")] public Output<string> BucketNamespace { get; private set; } = null!;
    [Output("bucketPrefix")] public Output<string> BucketPrefix { get; private set; } = null!;
    [Output("bucketRegion")] public Output<string> BucketRegion { get; private set; } = null!;
    [Output("bucketRegionalDomainName")] public Output<string> BucketRegionalDomainName { get; private set; } = null!;
    [Output("forceDestroy")] public Output<bool?> ForceDestroy { get; private set; } = null!;
    [Output("hostedZoneId")] public Output<string> HostedZoneId { get; private set; } = null!;
    [Output("objectLockEnabled")] public Output<bool> ObjectLockEnabled { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;

    public Bucket(string name, BucketArgs? args = null, CustomResourceOptions? options = null)
        : base("aws:s3/bucket:Bucket", name, args ?? new BucketArgs(), Utilities.Defaults(options, aliases: ["aws:s3/bucketV2:BucketV2"])) { }
}

public sealed class BucketArgs : global::Pulumi.ResourceArgs
{
    [Input("bucket")] public Input<string>? BucketName { get; set; }
    [Input("bucketNamespace")] public Input<string>? BucketNamespace { get; set; }
    [Input("bucketPrefix")] public Input<string>? BucketPrefix { get; set; }
    [Input("forceDestroy")] public Input<bool>? ForceDestroy { get; set; }
    [Input("objectLockEnabled")] public Input<bool>? ObjectLockEnabled { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
}
