// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Iam.Inputs;

public sealed class PolicyDocumentArgs : global::Pulumi.ResourceArgs
{
    [Input("Id")] public Input<string>? Id { get; set; }
    [Input("Statement", required: true)] private InputList<Inputs.PolicyStatementArgs>? _statement;
    public InputList<Inputs.PolicyStatementArgs> Statement { get => _statement ??= new(); set => _statement = value; }
    [Input("Version", required: true)] public Input<global::Pulumi.Aws.Iam.PolicyDocumentVersion> Version { get; set; } = null!;
}

public sealed class PolicyStatementArgs : global::Pulumi.ResourceArgs
{
    [Input("Action")] public InputUnion<string, ImmutableArray<string>>? Action { get; set; }
    [Input("Condition")] private InputMap<object>? _condition;
    public InputMap<object> Condition { get => _condition ??= new(); set => _condition = value; }
    [Input("Effect", required: true)] public Input<global::Pulumi.Aws.Iam.PolicyStatementEffect> Effect { get; set; } = null!;
    [Input("NotAction")] public InputUnion<string, ImmutableArray<string>>? NotAction { get; set; }
    [Input("NotPrincipal")] public object? NotPrincipal { get; set; }
    [Input("NotResource")] public InputUnion<string, ImmutableArray<string>>? NotResource { get; set; }
    [Input("Principal")] public object? Principal { get; set; }
    [Input("Resource")] public InputUnion<string, ImmutableArray<string>>? Resource { get; set; }
    [Input("Sid")] public Input<string>? Sid { get; set; }
}

public sealed class RoleInlinePolicyArgs : global::Pulumi.ResourceArgs
{
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("policy")] public Input<string>? Policy { get; set; }
}
