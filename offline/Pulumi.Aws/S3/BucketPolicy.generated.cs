// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.S3;

/// <summary>aws:s3/bucketPolicy:BucketPolicy</summary>
public partial class BucketPolicy : global::Pulumi.CustomResource
{
    [Output("bucket")] public Output<string> Bucket { get; private set; } = null!;
    [Output("policy")] public Output<string> Policy { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;

    public BucketPolicy(string name, BucketPolicyArgs args, CustomResourceOptions? options = null)
        : base("aws:s3/bucketPolicy:BucketPolicy", name, args ?? new BucketPolicyArgs(), Utilities.Defaults(options)) { }
}

public sealed class BucketPolicyArgs : global::Pulumi.ResourceArgs
{
    [Input("bucket", required: true)] public Input<string> Bucket { get; set; } = null!;
    [Input("policy", required: true)] public InputUnion<string, Inputs.PolicyDocumentArgs> Policy { get; set; } = null!;
    [Input("region")] public Input<string>? Region { get; set; }
}
