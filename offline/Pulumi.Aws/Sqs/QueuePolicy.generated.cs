// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Sqs;

/// <summary>aws:sqs/queuePolicy:QueuePolicy</summary>
public partial class QueuePolicy : global::Pulumi.CustomResource
{
    [Output("policy")] public Output<string> Policy { get; private set; } = null!;
    [Output("queueUrl")] public Output<string> QueueUrl { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;

    public QueuePolicy(string name, QueuePolicyArgs args, CustomResourceOptions? options = null)
        : base("aws:sqs/queuePolicy:QueuePolicy", name, args ?? new QueuePolicyArgs(), Utilities.Defaults(options)) { }
}

public sealed class QueuePolicyArgs : global::Pulumi.ResourceArgs
{
    [Input("policy", required: true)] public InputUnion<string, Inputs.PolicyDocumentArgs> Policy { get; set; } = null!;
    [Input("queueUrl", required: true)] public Input<string> QueueUrl { get; set; } = null!;
    [Input("region")] public Input<string>? Region { get; set; }
}
