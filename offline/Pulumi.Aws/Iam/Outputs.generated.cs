// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Iam.Outputs;

[OutputType]
public sealed class RoleInlinePolicy
{
    public readonly string Name;
    public readonly string? Policy;

    [OutputConstructor]
    private RoleInlinePolicy(string @name, string? @policy)
    {
        Name = @name;
        Policy = @policy;
    }
}
