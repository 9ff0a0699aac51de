using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace MlopsBatch.Platform.Observability;

/// <summary>One alarm; it goes straight to the operations topic.</summary>
internal static class Alarm
{
    public static void Create(
        Account account,
        string name,
        string description,
        WatchedMetric metric,
        Output<string> topic,
        Resource parent
    ) =>
        _ = new MetricAlarm(
            name,
            new MetricAlarmArgs
            {
                Name = account.Names.Of(name),
                AlarmDescription = description,
                Namespace = metric.Namespace,
                MetricName = metric.Metric,
                Dimensions = metric.Dimensions,
                Statistic = metric.Statistic,
                Period = metric.PeriodSeconds,
                EvaluationPeriods = 1,
                Threshold = metric.Threshold,
                ComparisonOperator = "GreaterThanOrEqualToThreshold",
                TreatMissingData = "notBreaching",
                ActionsEnabled = true,
                AlarmActions = topic,
                Tags = account.Tags(),
            },
            new() { Parent = parent }
        );
}
