// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.S3;

/// <summary>aws:s3/bucketVersioning:BucketVersioning</summary>
public partial class BucketVersioning : global::Pulumi.CustomResource
{
    [Output("bucket")] public Output<string> Bucket { get; private set; } = null!;
    [Output("mfa")] public Output<string?> Mfa { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("versioningConfiguration")] public Output<Outputs.BucketVersioningVersioningConfiguration> VersioningConfiguration { get; private set; } = null!;

    public BucketVersioning(string name, BucketVersioningArgs args, CustomResourceOptions? options = null)
        : base("aws:s3/bucketVersioning:BucketVersioning", name, args ?? new BucketVersioningArgs(), Utilities.Defaults(options, aliases: ["aws:s3/bucketVersioningV2:BucketVersioningV2"])) { }
}

public sealed class BucketVersioningArgs : global::Pulumi.ResourceArgs
{
    [Input("bucket", required: true)] public Input<string> Bucket { get; set; } = null!;
    [Input("mfa")] public Input<string>? Mfa { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("versioningConfiguration", required: true)] public Input<Inputs.BucketVersioningVersioningConfigurationArgs> VersioningConfiguration { get; set; } = null!;
}
