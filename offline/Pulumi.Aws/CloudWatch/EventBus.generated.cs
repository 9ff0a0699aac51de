// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.CloudWatch;

/// <summary>aws:cloudwatch/eventBus:EventBus</summary>
public partial class EventBus : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("deadLetterConfig")] public Output<Outputs.EventBusDeadLetterConfig?> DeadLetterConfig { get; private set; } = null!;
    [Output("description")] public Output<string?> Description { get; private set; } = null!;
    [Output("eventSourceName")] public Output<string?> EventSourceName { get; private set; } = null!;
    [Output("kmsKeyIdentifier")] public Output<string?> KmsKeyIdentifier { get; private set; } = null!;
    [Output("logConfig")] public Output<Outputs.EventBusLogConfig?> LogConfig { get; private set; } = null!;
    [Output("name")] public Output<string> Name { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;

    public EventBus(string name, EventBusArgs? args = null, CustomResourceOptions? options = null)
        : base("aws:cloudwatch/eventBus:EventBus", name, args ?? new EventBusArgs(), Utilities.Defaults(options)) { }
}

public sealed class EventBusArgs : global::Pulumi.ResourceArgs
{
    [Input("deadLetterConfig")] public Input<Inputs.EventBusDeadLetterConfigArgs>? DeadLetterConfig { get; set; }
    [Input("description")] public Input<string>? Description { get; set; }
    [Input("eventSourceName")] public Input<string>? EventSourceName { get; set; }
    [Input("kmsKeyIdentifier")] public Input<string>? KmsKeyIdentifier { get; set; }
    [Input("logConfig")] public Input<Inputs.EventBusLogConfigArgs>? LogConfig { get; set; }
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
}
