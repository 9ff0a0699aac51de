// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Ec2.Outputs;

[OutputType]
public sealed class SecurityGroupEgress
{
    public readonly ImmutableArray<string> CidrBlocks;
    public readonly string? Description;
    public readonly int FromPort;
    public readonly ImmutableArray<string> Ipv6CidrBlocks;
    public readonly ImmutableArray<string> PrefixListIds;
    public readonly string Protocol;
    public readonly ImmutableArray<string> SecurityGroups;
    public readonly bool? Self;
    public readonly int ToPort;

    [OutputConstructor]
    private SecurityGroupEgress(ImmutableArray<string> @cidrBlocks, string? @description, int @fromPort, ImmutableArray<string> @ipv6CidrBlocks, ImmutableArray<string> @prefixListIds, string @protocol, ImmutableArray<string> @securityGroups, bool? @self, int @toPort)
    {
        CidrBlocks = @cidrBlocks;
        Description = @description;
        FromPort = @fromPort;
        Ipv6CidrBlocks = @ipv6CidrBlocks;
        PrefixListIds = @prefixListIds;
        Protocol = @protocol;
        SecurityGroups = @securityGroups;
        Self = @self;
        ToPort = @toPort;
    }
}

[OutputType]
public sealed class SecurityGroupIngress
{
    public readonly ImmutableArray<string> CidrBlocks;
    public readonly string? Description;
    public readonly int FromPort;
    public readonly ImmutableArray<string> Ipv6CidrBlocks;
    public readonly ImmutableArray<string> PrefixListIds;
    public readonly string Protocol;
    public readonly ImmutableArray<string> SecurityGroups;
    public readonly bool? Self;
    public readonly int ToPort;

    [OutputConstructor]
    private SecurityGroupIngress(ImmutableArray<string> @cidrBlocks, string? @description, int @fromPort, ImmutableArray<string> @ipv6CidrBlocks, ImmutableArray<string> @prefixListIds, string @protocol, ImmutableArray<string> @securityGroups, bool? @self, int @toPort)
    {
        CidrBlocks = @cidrBlocks;
        Description = @description;
        FromPort = @fromPort;
        Ipv6CidrBlocks = @ipv6CidrBlocks;
        PrefixListIds = @prefixListIds;
        Protocol = @protocol;
        SecurityGroups = @securityGroups;
        Self = @self;
        ToPort = @toPort;
    }
}
