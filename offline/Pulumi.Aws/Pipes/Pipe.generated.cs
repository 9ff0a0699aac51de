// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Pipes;

/// <summary>aws:pipes/pipe:Pipe</summary>
public partial class Pipe : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("description")] public Output<string?> Description { get; private set; } = null!;
    [Output("desiredState")] public Output<string?> DesiredState { get; private set; } = null!;
    [Output("kmsKeyIdentifier")] public Output<string?> KmsKeyIdentifier { get; private set; } = null!;
    [Output("name")] public Output<string> Name { get; private set; } = null!;
    [Output("namePrefix")] public Output<string> NamePrefix { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("roleArn")] public Output<string> RoleArn { get; private set; } = null!;
    [Output("source")] public Output<string> Source { get; private set; } = null!;
    [Output("sourceParameters")] public Output<Outputs.PipeSourceParameters> SourceParameters { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;
    [Output("target")] public Output<string> Target { get; private set; } = null!;
    [Output("targetParameters")] public Output<Outputs.PipeTargetParameters?> TargetParameters { get; private set; } = null!;

    public Pipe(string name, PipeArgs args, CustomResourceOptions? options = null)
        : base("aws:pipes/pipe:Pipe", name, args ?? new PipeArgs(), Utilities.Defaults(options)) { }
}

public sealed class PipeArgs : global::Pulumi.ResourceArgs
{
    [Input("description")] public Input<string>? Description { get; set; }
    [Input("desiredState")] public Input<string>? DesiredState { get; set; }
    [Input("kmsKeyIdentifier")] public Input<string>? KmsKeyIdentifier { get; set; }
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("namePrefix")] public Input<string>? NamePrefix { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("roleArn", required: true)] public Input<string> RoleArn { get; set; } = null!;
    [Input("source", required: true)] public Input<string> Source { get; set; } = null!;
    [Input("sourceParameters")] public Input<Inputs.PipeSourceParametersArgs>? SourceParameters { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
    [Input("target", required: true)] public Input<string> Target { get; set; } = null!;
    [Input("targetParameters")] public Input<Inputs.PipeTargetParametersArgs>? TargetParameters { get; set; }
}
