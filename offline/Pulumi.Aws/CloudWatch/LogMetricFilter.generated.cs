// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.CloudWatch;

/// <summary>aws:cloudwatch/logMetricFilter:LogMetricFilter</summary>
public partial class LogMetricFilter : global::Pulumi.CustomResource
{
    [Output("applyOnTransformedLogs")] public Output<bool> ApplyOnTransformedLogs { get; private set; } = null!;
    [Output("logGroupName")] public Output<string> LogGroupName { get; private set; } = null!;
    [Output("metricTransformation")] public Output<Outputs.LogMetricFilterMetricTransformation> MetricTransformation { get; private set; } = null!;
    [Output("name")] public Output<string> Name { get; private set; } = null!;
    [Output("pattern")] public Output<string> Pattern { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;

    public LogMetricFilter(string name, LogMetricFilterArgs args, CustomResourceOptions? options = null)
        : base("aws:cloudwatch/logMetricFilter:LogMetricFilter", name, args ?? new LogMetricFilterArgs(), Utilities.Defaults(options)) { }
}

public sealed class LogMetricFilterArgs : global::Pulumi.ResourceArgs
{
    [Input("applyOnTransformedLogs")] public Input<bool>? ApplyOnTransformedLogs { get; set; }
    [Input("logGroupName", required: true)] public Input<string> LogGroupName { get; set; } = null!;
    [Input("metricTransformation", required: true)] public Input<Inputs.LogMetricFilterMetricTransformationArgs> MetricTransformation { get; set; } = null!;
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("pattern", required: true)] public Input<string> Pattern { get; set; } = null!;
    [Input("region")] public Input<string>? Region { get; set; }
}
