// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.CloudWatch;

/// <summary>aws:cloudwatch/eventPermission:EventPermission</summary>
public partial class EventPermission : global::Pulumi.CustomResource
{
    [Output("action")] public Output<string?> Action { get; private set; } = null!;
    [Output("condition")] public Output<Outputs.EventPermissionCondition?> Condition { get; private set; } = null!;
    [Output("eventBusName")] public Output<string?> EventBusName { get; private set; } = null!;
    [Output("principal")] public Output<string> Principal { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("statementId")] public Output<string> StatementId { get; private set; } = null!;

    public EventPermission(string name, EventPermissionArgs args, CustomResourceOptions? options = null)
        : base("aws:cloudwatch/eventPermission:EventPermission", name, args ?? new EventPermissionArgs(), Utilities.Defaults(options)) { }
}

public sealed class EventPermissionArgs : global::Pulumi.ResourceArgs
{
    [Input("action")] public Input<string>? Action { get; set; }
    [Input("condition")] public Input<Inputs.EventPermissionConditionArgs>? Condition { get; set; }
    [Input("eventBusName")] public Input<string>? EventBusName { get; set; }
    [Input("principal", required: true)] public Input<string> Principal { get; set; } = null!;
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("statementId", required: true)] public Input<string> StatementId { get; set; } = null!;
}
