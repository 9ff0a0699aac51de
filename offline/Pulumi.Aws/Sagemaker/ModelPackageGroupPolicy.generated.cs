// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Sagemaker;

/// <summary>aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy</summary>
public partial class ModelPackageGroupPolicy : global::Pulumi.CustomResource
{
    [Output("modelPackageGroupName")] public Output<string> ModelPackageGroupName { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("resourcePolicy")] public Output<string> ResourcePolicy { get; private set; } = null!;

    public ModelPackageGroupPolicy(string name, ModelPackageGroupPolicyArgs args, CustomResourceOptions? options = null)
        : base("aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy", name, args ?? new ModelPackageGroupPolicyArgs(), Utilities.Defaults(options)) { }
}

public sealed class ModelPackageGroupPolicyArgs : global::Pulumi.ResourceArgs
{
    [Input("modelPackageGroupName", required: true)] public Input<string> ModelPackageGroupName { get; set; } = null!;
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("resourcePolicy", required: true)] public Input<string> ResourcePolicy { get; set; } = null!;
}
