// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.CloudWatch;

/// <summary>aws:cloudwatch/metricAlarm:MetricAlarm</summary>
public partial class MetricAlarm : global::Pulumi.CustomResource
{
    [Output("actionsEnabled")] public Output<bool?> ActionsEnabled { get; private set; } = null!;
    [Output("alarmActions")] public Output<ImmutableArray<string>> AlarmActions { get; private set; } = null!;
    [Output("alarmDescription")] public Output<string?> AlarmDescription { get; private set; } = null!;
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("comparisonOperator")] public Output<string?> ComparisonOperator { get; private set; } = null!;
    [Output("datapointsToAlarm")] public Output<int?> DatapointsToAlarm { get; private set; } = null!;
    [Output("dimensions")] public Output<ImmutableDictionary<string, string>?> Dimensions { get; private set; } = null!;
    [Output("evaluateLowSampleCountPercentiles")] public Output<string> EvaluateLowSampleCountPercentiles { get; private set; } = null!;
    [Output("evaluationCriteria")] public Output<Outputs.MetricAlarmEvaluationCriteria?> EvaluationCriteria { get; private set; } = null!;
    [Output("evaluationInterval")] public Output<int?> EvaluationInterval { get; private set; } = null!;
    [Output("evaluationPeriods")] public Output<int?> EvaluationPeriods { get; private set; } = null!;
    [Output("extendedStatistic")] public Output<string?> ExtendedStatistic { get; private set; } = null!;
    [Output("insufficientDataActions")] public Output<ImmutableArray<string>> InsufficientDataActions { get; private set; } = null!;
    [Output("metricName")] public Output<string?> MetricName { get; private set; } = null!;
    [Output("metricQueries")] public Output<ImmutableArray<Outputs.MetricAlarmMetricQuery>> MetricQueries { get; private set; } = null!;
    [Output("name")] public Output<string> Name { get; private set; } = null!;
    [Output("namespace")] public Output<string?> Namespace { get; private set; } = null!;
    [Output("okActions")] public Output<ImmutableArray<string>> OkActions { get; private set; } = null!;
    [Output("period")] public Output<int?> Period { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("statistic")] public Output<string?> Statistic { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;
    [Output("threshold")] public Output<double?> Threshold { get; private set; } = null!;
    [Output("thresholdMetricId")] public Output<string?> ThresholdMetricId { get; private set; } = null!;
    [Output("treatMissingData")] public Output<string?> TreatMissingData { get; private set; } = null!;
    [Output("unit")] public Output<string?> Unit { get; private set; } = null!;
    [Output("warmUpConfiguration")] public Output<Outputs.MetricAlarmWarmUpConfiguration?> WarmUpConfiguration { get; private set; } = null!;

    public MetricAlarm(string name, MetricAlarmArgs? args = null, CustomResourceOptions? options = null)
        : base("aws:cloudwatch/metricAlarm:MetricAlarm", name, args ?? new MetricAlarmArgs(), Utilities.Defaults(options)) { }
}

public sealed class MetricAlarmArgs : global::Pulumi.ResourceArgs
{
    [Input("actionsEnabled")] public Input<bool>? ActionsEnabled { get; set; }
    [Input("alarmActions")] private InputList<string>? _alarmActions;
    public InputList<string> AlarmActions { get => _alarmActions ??= new(); set => _alarmActions = value; }
    [Input("alarmDescription")] public Input<string>? AlarmDescription { get; set; }
    [Input("comparisonOperator")] public Input<string>? ComparisonOperator { get; set; }
    [Input("datapointsToAlarm")] public Input<int>? DatapointsToAlarm { get; set; }
    [Input("dimensions")] private InputMap<string>? _dimensions;
    public InputMap<string> Dimensions { get => _dimensions ??= new(); set => _dimensions = value; }
    [Input("evaluateLowSampleCountPercentiles")] public Input<string>? EvaluateLowSampleCountPercentiles { get; set; }
    [Input("evaluationCriteria")] public Input<Inputs.MetricAlarmEvaluationCriteriaArgs>? EvaluationCriteria { get; set; }
    [Input("evaluationInterval")] public Input<int>? EvaluationInterval { get; set; }
    [Input("evaluationPeriods")] public Input<int>? EvaluationPeriods { get; set; }
    [Input("extendedStatistic")] public Input<string>? ExtendedStatistic { get; set; }
    [Input("insufficientDataActions")] private InputList<string>? _insufficientDataActions;
    public InputList<string> InsufficientDataActions { get => _insufficientDataActions ??= new(); set => _insufficientDataActions = value; }
    [Input("metricName")] public Input<string>? MetricName { get; set; }
    [Input("metricQueries")] private InputList<Inputs.MetricAlarmMetricQueryArgs>? _metricQueries;
    public InputList<Inputs.MetricAlarmMetricQueryArgs> MetricQueries { get => _metricQueries ??= new(); set => _metricQueries = value; }
    [Input("name")] public Input<string>? Name { get; set; }
    [Input("namespace")] public Input<string>? Namespace { get; set; }
    [Input("okActions")] private InputList<string>? _okActions;
    public InputList<string> OkActions { get => _okActions ??= new(); set => _okActions = value; }
    [Input("period")] public Input<int>? Period { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("statistic")] public Input<string>? Statistic { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
    [Input("threshold")] public Input<double>? Threshold { get; set; }
    [Input("thresholdMetricId")] public Input<string>? ThresholdMetricId { get; set; }
    [Input("treatMissingData")] public Input<string>? TreatMissingData { get; set; }
    [Input("unit")] public Input<string>? Unit { get; set; }
    [Input("warmUpConfiguration")] public Input<Inputs.MetricAlarmWarmUpConfigurationArgs>? WarmUpConfiguration { get; set; }
}
