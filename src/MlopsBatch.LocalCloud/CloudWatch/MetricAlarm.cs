using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.CloudWatch;

/// <summary>An alarm on one metric (PutMetricAlarm).</summary>
public sealed record MetricAlarm
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public required CloudWatchMetric Metric { get; init; }

    /// <summary>Sum, Maximum, Minimum, Average or SampleCount.</summary>
    public required string Statistic { get; init; }

    public required TimeSpan Period { get; init; }

    /// <summary>Periods in a row that have to breach.</summary>
    public required int EvaluationPeriods { get; init; }

    /// <summary>GreaterThanOrEqualToThreshold, GreaterThanThreshold, LessThanThreshold or LessThanOrEqualToThreshold.</summary>
    public required string Comparison { get; init; }

    public required double Threshold { get; init; }

    /// <summary>breaching, notBreaching, ignore or missing.</summary>
    public string TreatMissingData { get; init; } = "missing";

    public bool ActionsEnabled { get; init; } = true;

    /// <summary>ARNs of topics that are told of <see cref="AlarmState.Alarm"/>.</summary>
    public ImmutableArray<string> AlarmActions { get; init; } = [];

    /// <summary>ARNs of topics that are told of <see cref="AlarmState.Ok"/>.</summary>
    public ImmutableArray<string> OkActions { get; init; } = [];
}
