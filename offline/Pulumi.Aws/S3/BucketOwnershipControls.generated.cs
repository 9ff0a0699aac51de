// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.S3;

/// <summary>aws:s3/bucketOwnershipControls:BucketOwnershipControls</summary>
public partial class BucketOwnershipControls : global::Pulumi.CustomResource
{
    [Output("bucket")] public Output<string> Bucket { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("rule")] public Output<Outputs.BucketOwnershipControlsRule> Rule { get; private set; } = null!;

    public BucketOwnershipControls(string name, BucketOwnershipControlsArgs args, CustomResourceOptions? options = null)
        : base("aws:s3/bucketOwnershipControls:BucketOwnershipControls", name, args ?? new BucketOwnershipControlsArgs(), Utilities.Defaults(options)) { }
}

public sealed class BucketOwnershipControlsArgs : global::Pulumi.ResourceArgs
{
    [Input("bucket", required: true)] public Input<string> Bucket { get; set; } = null!;
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("rule", required: true)] public Input<Inputs.BucketOwnershipControlsRuleArgs> Rule { get; set; } = null!;
}
