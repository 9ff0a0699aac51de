// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Sns.Inputs;

public sealed class PolicyDocumentArgs : global::Pulumi.ResourceArgs
{
    [Input("Id")] public Input<string>? Id { get; set; }
    [Input("Statement", required: true)] private InputList<global::Pulumi.Aws.Iam.Inputs.PolicyStatementArgs>? _statement;
    public InputList<global::Pulumi.Aws.Iam.Inputs.PolicyStatementArgs> Statement { get => _statement ??= new(); set => _statement = value; }
    [Input("Version", required: true)] public Input<global::Pulumi.Aws.Iam.PolicyDocumentVersion> Version { get; set; } = null!;
}
