// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.S3;

/// <summary>aws:s3/bucketLogging:BucketLogging</summary>
public partial class BucketLogging : global::Pulumi.CustomResource
{
    [Output("bucket")] public Output<string> Bucket { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("targetBucket")] public Output<string> TargetBucket { get; private set; } = null!;
    [Output("targetGrants")] public Output<ImmutableArray<Outputs.BucketLoggingTargetGrant>> TargetGrants { get; private set; } = null!;
    [Output("targetObjectKeyFormat")] public Output<Outputs.BucketLoggingTargetObjectKeyFormat?> TargetObjectKeyFormat { get; private set; } = null!;
    [Output("targetPrefix")] public Output<string> TargetPrefix { get; private set; } = null!;

    public BucketLogging(string name, BucketLoggingArgs args, CustomResourceOptions? options = null)
        : base("aws:s3/bucketLogging:BucketLogging", name, args ?? new BucketLoggingArgs(), Utilities.Defaults(options, aliases: ["aws:s3/bucketLoggingV2:BucketLoggingV2"])) { }
}

public sealed class BucketLoggingArgs : global::Pulumi.ResourceArgs
{
    [Input("bucket", required: true)] public Input<string> Bucket { get; set; } = null!;
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("targetBucket", required: true)] public Input<string> TargetBucket { get; set; } = null!;
    [Input("targetGrants")] private InputList<Inputs.BucketLoggingTargetGrantArgs>? _targetGrants;
    public InputList<Inputs.BucketLoggingTargetGrantArgs> TargetGrants { get => _targetGrants ??= new(); set => _targetGrants = value; }
    [Input("targetObjectKeyFormat")] public Input<Inputs.BucketLoggingTargetObjectKeyFormatArgs>? TargetObjectKeyFormat { get; set; }
    [Input("targetPrefix", required: true)] public Input<string> TargetPrefix { get; set; } = null!;
}
