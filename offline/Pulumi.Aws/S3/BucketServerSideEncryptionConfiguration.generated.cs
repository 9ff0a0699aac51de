// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.S3;

/// <summary>aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration</summary>
public partial class BucketServerSideEncryptionConfiguration : global::Pulumi.CustomResource
{
    [Output("bucket")] public Output<string> Bucket { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("rules")] public Output<ImmutableArray<Outputs.BucketServerSideEncryptionConfigurationRule>> Rules { get; private set; } = null!;

    public BucketServerSideEncryptionConfiguration(string name, BucketServerSideEncryptionConfigurationArgs args, CustomResourceOptions? options = null)
        : base("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", name, args ?? new BucketServerSideEncryptionConfigurationArgs(), Utilities.Defaults(options, aliases: ["aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2"])) { }
}

public sealed class BucketServerSideEncryptionConfigurationArgs : global::Pulumi.ResourceArgs
{
    [Input("bucket", required: true)] public Input<string> Bucket { get; set; } = null!;
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("rules", required: true)] private InputList<Inputs.BucketServerSideEncryptionConfigurationRuleArgs>? _rules;
    public InputList<Inputs.BucketServerSideEncryptionConfigurationRuleArgs> Rules { get => _rules ??= new(); set => _rules = value; }
}
