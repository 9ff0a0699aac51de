// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Kms;

/// <summary>aws:kms/alias:Alias</summary>
public partial class Alias : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("name")] public Output<string> Name { get; private set; } = null!;
    [Output("namePrefix")] public Output<string> NamePrefix { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("targetKeyArn")] public Output<string> TargetKeyArn { get; private set; } = null!;
    [Output("targetKeyId")] public Output<string> TargetKeyId { get; private set; } = null!;

    public Alias(string name, AliasArgs args, CustomResourceOptions? options = null)
        : base("aws:kms/alias:Alias", name, args ?? new AliasArgs(), Utilities.Defaults(options)) { }
}

public sealed class AliasArgs : global::Pulumi.ResourceArgs
{
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("namePrefix")] public Input<string>? NamePrefix { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("targetKeyId", required: true)] public Input<string> TargetKeyId { get; set; } = null!;
}
