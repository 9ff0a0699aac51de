// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Ec2.Inputs;

public sealed class SecurityGroupEgressArgs : global::Pulumi.ResourceArgs
{
    [Input("cidrBlocks")] private InputList<string>? _cidrBlocks;
    public InputList<string> CidrBlocks { get => _cidrBlocks ??= new(); set => _cidrBlocks = value; }
    [Input("description")] public Input<string>? Description { get; set; }
    [Input("fromPort", required: true)] public Input<int> FromPort { get; set; } = null!;
    [Input("ipv6CidrBlocks")] private InputList<string>? _ipv6CidrBlocks;
    public InputList<string> Ipv6CidrBlocks { get => _ipv6CidrBlocks ??= new(); set => _ipv6CidrBlocks = value; }
    [Input("prefixListIds")] private InputList<string>? _prefixListIds;
    public InputList<string> PrefixListIds { get => _prefixListIds ??= new(); set => _prefixListIds = value; }
    [Input("protocol", required: true)] public Input<string> Protocol { get; set; } = null!;
    [Input("securityGroups")] private InputList<string>? _securityGroups;
    public InputList<string> SecurityGroups { get => _securityGroups ??= new(); set => _securityGroups = value; }
    [Input("self")] public Input<bool>? Self { get; set; }
    [Input("toPort", required: true)] public Input<int> ToPort { get; set; } = null!;
}

public sealed class SecurityGroupIngressArgs : global::Pulumi.ResourceArgs
{
    [Input("cidrBlocks")] private InputList<string>? _cidrBlocks;
    public InputList<string> CidrBlocks { get => _cidrBlocks ??= new(); set => _cidrBlocks = value; }
    [Input("description")] public Input<string>? Description { get; set; }
    [Input("fromPort", required: true)] public Input<int> FromPort { get; set; } = null!;
    [Input("ipv6CidrBlocks")] private InputList<string>? _ipv6CidrBlocks;
    public InputList<string> Ipv6CidrBlocks { get => _ipv6CidrBlocks ??= new(); set => _ipv6CidrBlocks = value; }
    [Input("prefixListIds")] private InputList<string>? _prefixListIds;
    public InputList<string> PrefixListIds { get => _prefixListIds ??= new(); set => _prefixListIds = value; }
    [Input("protocol", required: true)] public Input<string> Protocol { get; set; } = null!;
    [Input("securityGroups")] private InputList<string>? _securityGroups;
    public InputList<string> SecurityGroups { get => _securityGroups ??= new(); set => _securityGroups = value; }
    [Input("self")] public Input<bool>? Self { get; set; }
    [Input("toPort", required: true)] public Input<int> ToPort { get; set; } = null!;
}
