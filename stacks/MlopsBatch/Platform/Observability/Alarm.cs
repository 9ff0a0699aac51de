using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace MlopsBatch.Platform.Observability;

/// <summary>One alarm; it goes straight to the operations topic.</summary>
internal static class Alarm
{
    /// <param name="account">Where it is.</param>
    /// <param name="name">Its name in the program.</param>
    /// <param name="description">What has happened: the mail's words.</param>
    /// <param name="metric">What it watches.</param>
    /// <param name="look">Where to look: the page of the console that stands behind the words.</param>
    /// <param name="topic">Who is told.</param>
    /// <param name="parent">What it belongs to.</param>
    public static void Create(
        Account account,
        string name,
        string description,
        WatchedMetric metric,
        (string Service, Input<string> Route) look,
        Output<string> topic,
        Resource parent
    ) =>
        _ = new MetricAlarm(
            name,
            new MetricAlarmArgs
            {
                Name = account.Names.Of(name),
                AlarmDescription = look.Route.Apply(route =>
                    account.Partition.ConsolePage(account.Region, look.Service, route) is { } page ? $"{description} {page}" : description
                ),
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
