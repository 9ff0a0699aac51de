// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.CloudWatch;

/// <summary>aws:cloudwatch/logGroup:LogGroup</summary>
public partial class LogGroup : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("deletionProtectionEnabled")] public Output<bool> DeletionProtectionEnabled { get; private set; } = null!;
    [Output("kmsKeyId")] public Output<string?> KmsKeyId { get; private set; } = null!;
    [Output("logGroupClass")] public Output<string> LogGroupClass { get; private set; } = null!;
    [Output("name")] public Output<string> Name { get; private set; } = null!;
    [Output("namePrefix")] public Output<string> NamePrefix { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("retentionInDays")] public Output<int?> RetentionInDays { get; private set; } = null!;
    [Output("skipDestroy")] public Output<bool?> SkipDestroy { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;

    public LogGroup(string name, LogGroupArgs? args = null, CustomResourceOptions? options = null)
        : base("aws:cloudwatch/logGroup:LogGroup", name, args ?? new LogGroupArgs(), Utilities.Defaults(options)) { }
}

public sealed class LogGroupArgs : global::Pulumi.ResourceArgs
{
    [Input("deletionProtectionEnabled")] public Input<bool>? DeletionProtectionEnabled { get; set; }
    [Input("kmsKeyId")] public Input<string>? KmsKeyId { get; set; }
    [Input("logGroupClass")] public Input<string>? LogGroupClass { get; set; }
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("namePrefix")] public Input<string>? NamePrefix { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("retentionInDays")] public Input<int>? RetentionInDays { get; set; }
    [Input("skipDestroy")] public Input<bool>? SkipDestroy { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
}
