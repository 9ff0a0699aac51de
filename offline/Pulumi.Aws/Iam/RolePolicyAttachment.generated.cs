// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Iam;

/// <summary>aws:iam/rolePolicyAttachment:RolePolicyAttachment</summary>
public partial class RolePolicyAttachment : global::Pulumi.CustomResource
{
    [Output("policyArn")] public Output<string> PolicyArn { get; private set; } = null!;
    [Output("role")] public Output<string> Role { get; private set; } = null!;

    public RolePolicyAttachment(string name, RolePolicyAttachmentArgs args, CustomResourceOptions? options = null)
        : base("aws:iam/rolePolicyAttachment:RolePolicyAttachment", name, args ?? new RolePolicyAttachmentArgs(), Utilities.Defaults(options)) { }
}

public sealed class RolePolicyAttachmentArgs : global::Pulumi.ResourceArgs
{
    [Input("policyArn", required: true)] public Input<string> PolicyArn { get; set; } = null!;
    [Input("role", required: true)] public Input<string> Role { get; set; } = null!;
}
