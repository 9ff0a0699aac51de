// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Sagemaker;

/// <summary>aws:sagemaker/modelPackageGroup:ModelPackageGroup</summary>
public partial class ModelPackageGroup : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("modelPackageGroupDescription")] public Output<string?> ModelPackageGroupDescription { get; private set; } = null!;
    [Output("modelPackageGroupName")] public Output<string> ModelPackageGroupName { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;

    public ModelPackageGroup(string name, ModelPackageGroupArgs args, CustomResourceOptions? options = null)
        : base("aws:sagemaker/modelPackageGroup:ModelPackageGroup", name, args ?? new ModelPackageGroupArgs(), Utilities.Defaults(options)) { }
}

public sealed class ModelPackageGroupArgs : global::Pulumi.ResourceArgs
{
    [Input("modelPackageGroupDescription")] public Input<string>? ModelPackageGroupDescription { get; set; }
    [Input("modelPackageGroupName", required: true)] public Input<string> ModelPackageGroupName { get; set; } = null!;
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
}
