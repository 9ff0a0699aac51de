// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Scheduler;

/// <summary>aws:scheduler/scheduleGroup:ScheduleGroup</summary>
public partial class ScheduleGroup : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("creationDate")] public Output<string> CreationDate { get; private set; } = null!;
    [Output("lastModificationDate")] public Output<string> LastModificationDate { get; private set; } = null!;
    [Output("name")] public Output<string> Name { get; private set; } = null!;
    [Output("namePrefix")] public Output<string> NamePrefix { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("state")] public Output<string> State { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;

    public ScheduleGroup(string name, ScheduleGroupArgs? args = null, CustomResourceOptions? options = null)
        : base("aws:scheduler/scheduleGroup:ScheduleGroup", name, args ?? new ScheduleGroupArgs(), Utilities.Defaults(options)) { }
}

public sealed class ScheduleGroupArgs : global::Pulumi.ResourceArgs
{
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("namePrefix")] public Input<string>? NamePrefix { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
}
