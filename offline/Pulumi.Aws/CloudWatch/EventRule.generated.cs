// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.CloudWatch;

/// <summary>aws:cloudwatch/eventRule:EventRule</summary>
public partial class EventRule : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("description")] public Output<string?> Description { get; private set; } = null!;
    [Output("eventBusName")] public Output<string?> EventBusName { get; private set; } = null!;
    [Output("eventPattern")] public Output<string?> EventPattern { get; private set; } = null!;
    [Output("forceDestroy")] public Output<bool?> ForceDestroy { get; private set; } = null!;
    [Output("name")] public Output<string> Name { get; private set; } = null!;
    [Output("namePrefix")] public Output<string> NamePrefix { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("roleArn")] public Output<string?> RoleArn { get; private set; } = null!;
    [Output("scheduleExpression")] public Output<string?> ScheduleExpression { get; private set; } = null!;
    [Output("state")] public Output<string?> State { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;

    public EventRule(string name, EventRuleArgs? args = null, CustomResourceOptions? options = null)
        : base("aws:cloudwatch/eventRule:EventRule", name, args ?? new EventRuleArgs(), Utilities.Defaults(options)) { }
}

public sealed class EventRuleArgs : global::Pulumi.ResourceArgs
{
    [Input("description")] public Input<string>? Description { get; set; }
    [Input("eventBusName")] public Input<string>? EventBusName { get; set; }
    [Input("eventPattern")] public Input<string>? EventPattern { get; set; }
    [Input("forceDestroy")] public Input<bool>? ForceDestroy { get; set; }
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("namePrefix")] public Input<string>? NamePrefix { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("roleArn")] public Input<string>? RoleArn { get; set; }
    [Input("scheduleExpression")] public Input<string>? ScheduleExpression { get; set; }
    [Input("state")] public Input<string>? State { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
}
