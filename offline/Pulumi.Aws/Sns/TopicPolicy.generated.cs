// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Sns;

/// <summary>aws:sns/topicPolicy:TopicPolicy</summary>
public partial class TopicPolicy : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("owner")] public Output<string> Owner { get; private set; } = null!;
    [Output("policy")] public Output<string> Policy { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;

    public TopicPolicy(string name, TopicPolicyArgs args, CustomResourceOptions? options = null)
        : base("aws:sns/topicPolicy:TopicPolicy", name, args ?? new TopicPolicyArgs(), Utilities.Defaults(options)) { }
}

public sealed class TopicPolicyArgs : global::Pulumi.ResourceArgs
{
    [Input("arn", required: true)] public Input<string> Arn { get; set; } = null!;
    [Input("policy", required: true)] public InputUnion<string, Inputs.PolicyDocumentArgs> Policy { get; set; } = null!;
    [Input("region")] public Input<string>? Region { get; set; }
}
