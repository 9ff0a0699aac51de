// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Iam;

/// <summary>aws:iam/role:Role</summary>
public partial class Role : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("assumeRolePolicy")] public Output<string> AssumeRolePolicy { get; private set; } = null!;
    [Output("createDate")] public Output<string> CreateDate { get; private set; } = null!;
    [Output("description")] public Output<string?> Description { get; private set; } = null!;
    [Output("forceDetachPolicies")] public Output<bool?> ForceDetachPolicies { get; private set; } = null!;
    [Output("inlinePolicies")] public Output<ImmutableArray<Outputs.RoleInlinePolicy>> InlinePolicies { get; private set; } = null!;
    [Output("managedPolicyArns")] public Output<ImmutableArray<string>> ManagedPolicyArns { get; private set; } = null!;
    [Output("maxSessionDuration")] public Output<int?> MaxSessionDuration { get; private set; } = null!;
    [Output("name")] public Output<string> Name { get; private set; } = null!;
    [Output("namePrefix")] public Output<string> NamePrefix { get; private set; } = null!;
    [Output("path")] public Output<string?> Path { get; private set; } = null!;
    [Output("permissionsBoundary")] public Output<string?> PermissionsBoundary { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;
    [Output("uniqueId")] public Output<string> UniqueId { get; private set; } = null!;

    public Role(string name, RoleArgs args, CustomResourceOptions? options = null)
        : base("aws:iam/role:Role", name, args ?? new RoleArgs(), Utilities.Defaults(options)) { }
}

public sealed class RoleArgs : global::Pulumi.ResourceArgs
{
    [Input("assumeRolePolicy", required: true)] public InputUnion<string, Inputs.PolicyDocumentArgs> AssumeRolePolicy { get; set; } = null!;
    [Input("description")] public Input<string>? Description { get; set; }
    [Input("forceDetachPolicies")] public Input<bool>? ForceDetachPolicies { get; set; }
    [Input("inlinePolicies")] private InputList<Inputs.RoleInlinePolicyArgs>? _inlinePolicies;
    public InputList<Inputs.RoleInlinePolicyArgs> InlinePolicies { get => _inlinePolicies ??= new(); set => _inlinePolicies = value; }
    [Input("managedPolicyArns")] private InputList<string>? _managedPolicyArns;
    public InputList<string> ManagedPolicyArns { get => _managedPolicyArns ??= new(); set => _managedPolicyArns = value; }
    [Input("maxSessionDuration")] public Input<int>? MaxSessionDuration { get; set; }
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("namePrefix")] public Input<string>? NamePrefix { get; set; }
    [Input("path")] public Input<string>? Path { get; set; }
    [Input("permissionsBoundary")] public Input<string>? PermissionsBoundary { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
}
