// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Sagemaker;

/// <summary>aws:sagemaker/pipeline:Pipeline</summary>
public partial class Pipeline : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("parallelismConfiguration")] public Output<Outputs.PipelineParallelismConfiguration?> ParallelismConfiguration { get; private set; } = null!;
    [Output("pipelineDefinition")] public Output<string?> PipelineDefinition { get; private set; } = null!;
    [Output("pipelineDefinitionS3Location")] public Output<Outputs.PipelinePipelineDefinitionS3Location?> PipelineDefinitionS3Location { get; private set; } = null!;
    [Output("pipelineDescription")] public Output<string?> PipelineDescription { get; private set; } = null!;
    [Output("pipelineDisplayName")] public Output<string> PipelineDisplayName { get; private set; } = null!;
    [Output("pipelineName")] public Output<string> PipelineName { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("roleArn")] public Output<string?> RoleArn { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;

    public Pipeline(string name, PipelineArgs args, CustomResourceOptions? options = null)
        : base("aws:sagemaker/pipeline:Pipeline", name, args ?? new PipelineArgs(), Utilities.Defaults(options)) { }
}

public sealed class PipelineArgs : global::Pulumi.ResourceArgs
{
    [Input("parallelismConfiguration")] public Input<Inputs.PipelineParallelismConfigurationArgs>? ParallelismConfiguration { get; set; }
    [Input("pipelineDefinition")] public Input<string>? PipelineDefinition { get; set; }
    [Input("pipelineDefinitionS3Location")] public Input<Inputs.PipelinePipelineDefinitionS3LocationArgs>? PipelineDefinitionS3Location { get; set; }
    [Input("pipelineDescription")] public Input<string>? PipelineDescription { get; set; }
    [Input("pipelineDisplayName", required: true)] public Input<string> PipelineDisplayName { get; set; } = null!;
    [Input("pipelineName", required: true)] public Input<string> PipelineName { get; set; } = null!;
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("roleArn")] public Input<string>? RoleArn { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
}
