// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Ec2;

/// <summary>aws:ec2/securityGroup:SecurityGroup</summary>
public partial class SecurityGroup : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("description")] public Output<string> Description { get; private set; } = null!;
    [Output("egress")] public Output<ImmutableArray<Outputs.SecurityGroupEgress>> Egress { get; private set; } = null!;
    [Output("ingress")] public Output<ImmutableArray<Outputs.SecurityGroupIngress>> Ingress { get; private set; } = null!;
    [Output("name")] public Output<string> Name { get; private set; } = null!;
    [Output("namePrefix")] public Output<string> NamePrefix { get; private set; } = null!;
    [Output("ownerId")] public Output<string> OwnerId { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("revokeRulesOnDelete")] public Output<bool?> RevokeRulesOnDelete { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;
    [Output("vpcId")] public Output<string> VpcId { get; private set; } = null!;

    public SecurityGroup(string name, SecurityGroupArgs? args = null, CustomResourceOptions? options = null)
        : base("aws:ec2/securityGroup:SecurityGroup", name, args ?? new SecurityGroupArgs(), Utilities.Defaults(options)) { }
}

public sealed class SecurityGroupArgs : global::Pulumi.ResourceArgs
{
    [Input("description")] public Input<string>? Description { get; set; }
    [Input("egress")] private InputList<Inputs.SecurityGroupEgressArgs>? _egress;
    public InputList<Inputs.SecurityGroupEgressArgs> Egress { get => _egress ??= new(); set => _egress = value; }
    [Input("ingress")] private InputList<Inputs.SecurityGroupIngressArgs>? _ingress;
    public InputList<Inputs.SecurityGroupIngressArgs> Ingress { get => _ingress ??= new(); set => _ingress = value; }
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("namePrefix")] public Input<string>? NamePrefix { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("revokeRulesOnDelete")] public Input<bool>? RevokeRulesOnDelete { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
    [Input("vpcId")] public Input<string>? VpcId { get; set; }
}
