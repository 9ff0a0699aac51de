// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.S3;

/// <summary>aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration</summary>
public partial class BucketLifecycleConfiguration : global::Pulumi.CustomResource
{
    [Output("bucket")] public Output<string> Bucket { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("rules")] public Output<ImmutableArray<Outputs.BucketLifecycleConfigurationRule>> Rules { get; private set; } = null!;
    [Output("timeouts")] public Output<Outputs.BucketLifecycleConfigurationTimeouts?> Timeouts { get; private set; } = null!;
    [Output("transitionDefaultMinimumObjectSize")] public Output<string> TransitionDefaultMinimumObjectSize { get; private set; } = null!;

    public BucketLifecycleConfiguration(string name, BucketLifecycleConfigurationArgs args, CustomResourceOptions? options = null)
        : base("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", name, args ?? new BucketLifecycleConfigurationArgs(), Utilities.Defaults(options, aliases: ["aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2"])) { }
}

public sealed class BucketLifecycleConfigurationArgs : global::Pulumi.ResourceArgs
{
    [Input("bucket", required: true)] public Input<string> Bucket { get; set; } = null!;
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("rules")] private InputList<Inputs.BucketLifecycleConfigurationRuleArgs>? _rules;
    public InputList<Inputs.BucketLifecycleConfigurationRuleArgs> Rules { get => _rules ??= new(); set => _rules = value; }
    [Input("timeouts")] public Input<Inputs.BucketLifecycleConfigurationTimeoutsArgs>? Timeouts { get; set; }
    [Input("transitionDefaultMinimumObjectSize")] public Input<string>? TransitionDefaultMinimumObjectSize { get; set; }
}
