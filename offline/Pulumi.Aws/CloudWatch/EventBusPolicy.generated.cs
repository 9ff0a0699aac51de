// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.CloudWatch;

/// <summary>aws:cloudwatch/eventBusPolicy:EventBusPolicy</summary>
public partial class EventBusPolicy : global::Pulumi.CustomResource
{
    [Output("eventBusName")] public Output<string?> EventBusName { get; private set; } = null!;
    [Output("policy")] public Output<string> Policy { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;

    public EventBusPolicy(string name, EventBusPolicyArgs args, CustomResourceOptions? options = null)
        : base("aws:cloudwatch/eventBusPolicy:EventBusPolicy", name, args ?? new EventBusPolicyArgs(), Utilities.Defaults(options)) { }
}

public sealed class EventBusPolicyArgs : global::Pulumi.ResourceArgs
{
    [Input("eventBusName")] public Input<string>? EventBusName { get; set; }
    [Input("policy", required: true)] public Input<string> Policy { get; set; } = null!;
    [Input("region")] public Input<string>? Region { get; set; }
}
