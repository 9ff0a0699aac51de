// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.CloudWatch;

/// <summary>aws:cloudwatch/compositeAlarm:CompositeAlarm</summary>
public partial class CompositeAlarm : global::Pulumi.CustomResource
{
    [Output("actionsEnabled")] public Output<bool?> ActionsEnabled { get; private set; } = null!;
    [Output("actionsSuppressor")] public Output<Outputs.CompositeAlarmActionsSuppressor?> ActionsSuppressor { get; private set; } = null!;
    [Output("alarmActions")] public Output<ImmutableArray<string>> AlarmActions { get; private set; } = null!;
    [Output("alarmDescription")] public Output<string?> AlarmDescription { get; private set; } = null!;
    [Output("alarmName")] public Output<string> AlarmName { get; private set; } = null!;
    [Output("alarmRule")] public Output<string> AlarmRule { get; private set; } = null!;
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("insufficientDataActions")] public Output<ImmutableArray<string>> InsufficientDataActions { get; private set; } = null!;
    [Output("okActions")] public Output<ImmutableArray<string>> OkActions { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;

    public CompositeAlarm(string name, CompositeAlarmArgs args, CustomResourceOptions? options = null)
        : base("aws:cloudwatch/compositeAlarm:CompositeAlarm", name, args ?? new CompositeAlarmArgs(), Utilities.Defaults(options)) { }
}

public sealed class CompositeAlarmArgs : global::Pulumi.ResourceArgs
{
    [Input("actionsEnabled")] public Input<bool>? ActionsEnabled { get; set; }
    [Input("actionsSuppressor")] public Input<Inputs.CompositeAlarmActionsSuppressorArgs>? ActionsSuppressor { get; set; }
    [Input("alarmActions")] private InputList<string>? _alarmActions;
    public InputList<string> AlarmActions { get => _alarmActions ??= new(); set => _alarmActions = value; }
    [Input("alarmDescription")] public Input<string>? AlarmDescription { get; set; }
    [Input("alarmName", required: true)] public Input<string> AlarmName { get; set; } = null!;
    [Input("alarmRule", required: true)] public Input<string> AlarmRule { get; set; } = null!;
    [Input("insufficientDataActions")] private InputList<string>? _insufficientDataActions;
    public InputList<string> InsufficientDataActions { get => _insufficientDataActions ??= new(); set => _insufficientDataActions = value; }
    [Input("okActions")] private InputList<string>? _okActions;
    public InputList<string> OkActions { get => _okActions ??= new(); set => _okActions = value; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
}
