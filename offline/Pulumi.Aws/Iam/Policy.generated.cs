// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Iam;

/// <summary>aws:iam/policy:Policy</summary>
public partial class Policy : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("attachmentCount")] public Output<int> AttachmentCount { get; private set; } = null!;
    [Output("delayAfterPolicyCreationInMs")] public Output<int?> DelayAfterPolicyCreationInMs { get; private set; } = null!;
    [Output("description")] public Output<string?> Description { get; private set; } = null!;
    [Output("name")] public Output<string> Name { get; private set; } = null!;
    [Output("namePrefix")] public Output<string> NamePrefix { get; private set; } = null!;
    [Output("path")] public Output<string?> Path { get; private set; } = null!;
    [Output("policy")] public Output<string> PolicyDocument { get; private set; } = null!;
    [Output("policyId")] public Output<string> PolicyId { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;

    public Policy(string name, PolicyArgs args, CustomResourceOptions? options = null)
        : base("aws:iam/policy:Policy", name, args ?? new PolicyArgs(), Utilities.Defaults(options)) { }
}

public sealed class PolicyArgs : global::Pulumi.ResourceArgs
{
    [Input("delayAfterPolicyCreationInMs")] public Input<int>? DelayAfterPolicyCreationInMs { get; set; }
    [Input("description")] public Input<string>? Description { get; set; }
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("namePrefix")] public Input<string>? NamePrefix { get; set; }
    [Input("path")] public Input<string>? Path { get; set; }
    [Input("policy", required: true)] public InputUnion<string, Inputs.PolicyDocumentArgs> PolicyDocument { get; set; } = null!;
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
}
