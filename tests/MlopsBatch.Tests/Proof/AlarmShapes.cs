using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Proof;

/// <summary>What is watched: every rule, queue, function and topic; each alarm is a mail to operations.</summary>
internal static class AlarmShapes
{
    public static IEnumerable<Shape> Of(Place place)
    {
        foreach (var (rule, _) in EventShapes.Routes(place))
        {
            (string, string)[] of =
            [
                ("dimensions.RuleName", place.Full(rule)),
                .. EventShapes.BusOf(place, rule) is { } bus ? [("dimensions.EventBusName", bus)] : Array.Empty<(string, string)>(),
            ];
            yield return Alarm(place, $"{rule}-failed", "AWS/Events", "FailedInvocations", of);
            yield return Alarm(place, $"{rule}-lost", "AWS/Events", "InvocationsFailedToBeSentToDlq", of);
        }

        foreach (var queue in new[] { "undelivered-events", "failed-functions", "undelivered-schedules" })
        {
            yield return Alarm(
                place,
                $"{queue}-waiting",
                "AWS/SQS",
                "ApproximateAgeOfOldestMessage",
                [("dimensions.QueueName", place.Full(queue))],
                "Maximum",
                threshold: 900
            );
        }

        yield return Alarm(
            place,
            "undelivered-mails-waiting",
            "AWS/SQS",
            "ApproximateNumberOfMessagesVisible",
            [("dimensions.QueueName", place.Full("undelivered-mails"))],
            "Maximum"
        );
        foreach (var function in place.Builds ? new[] { "notifications", "approval-deploy" } : ["notifications"])
        {
            (string, string)[] of = [("dimensions.FunctionName", place.Full(function))];
            yield return Alarm(place, $"{function}-errors", "AWS/Lambda", "Errors", of);
            yield return Alarm(place, $"{function}-throttles", "AWS/Lambda", "Throttles", of);
        }

        foreach (var topic in new[] { "operations", "approvals", "quality" })
        {
            yield return Alarm(
                place,
                $"{topic}-mails-failed",
                "AWS/SNS",
                "NumberOfNotificationsFailed",
                [("dimensions.TopicName", place.Full(topic))]
            );
        }
    }

    /// <summary>Metrics of failures have no data while all is well.</summary>
    private static Shape Alarm(
        Place place,
        string name,
        string metrics,
        string metric,
        (string, string)[] of,
        string statistic = "Sum",
        int threshold = 1,
        int period = 300
    ) =>
        new(
            ResourceTypes.Alarm,
            name,
            [
                ("name", place.Full(name)),
                ("namespace", metrics),
                ("metricName", metric),
                ("statistic", statistic),
                ("threshold", $"{threshold}"),
                ("period", $"{period}"),
                ("evaluationPeriods", "1"),
                ("comparisonOperator", "GreaterThanOrEqualToThreshold"),
                ("treatMissingData", "notBreaching"),
                ("actionsEnabled", "true"),
                ("alarmActions.0", place.Topic("operations")),
                .. of,
            ]
        );
}
