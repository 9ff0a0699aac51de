using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Sns;

namespace MlopsBatch.LocalCloud.CloudWatch;

/// <summary>
/// What an alarm that changes does: its topics get a message, the default bus an event.
/// Shape: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
/// </summary>
internal sealed class AlarmActions(CloudAccount account)
{
    public void Run(AlarmChange change)
    {
        var alarm = change.Alarm;
        var arn = account.CloudWatch.ArnOf(alarm.Name);
        account.Events.Publish(
            "aws.cloudwatch",
            "CloudWatch Alarm State Change",
            [arn],
            new JsonObject
            {
                ["alarmName"] = alarm.Name,
                ["state"] = State(change.After, change),
                ["previousState"] = State(change.Before, change),
                ["configuration"] = new JsonObject { ["description"] = alarm.Description ?? "" },
            }
        );
        var topics = change.After switch
        {
            AlarmState.Alarm => alarm.AlarmActions,
            AlarmState.Ok => alarm.OkActions,
            _ => [],
        };
        if (!alarm.ActionsEnabled)
        {
            return;
        }
        var caller = Caller.Service("cloudwatch.amazonaws.com", arn, account.Id);
        foreach (var topic in topics)
        {
            account.As(caller).Peer<SnsService>(topic).Publish(topic, Message(change, arn).ToJsonString(), Subject(change));
        }
    }

    private string Subject(AlarmChange change)
    {
        var subject = $"{Name(change.After)}: \"{change.Alarm.Name}\" in {account.Region}";
        return subject.Length <= SnsService.MaxSubject ? subject : subject[..SnsService.MaxSubject];
    }

    private JsonObject Message(AlarmChange change, string arn) =>
        new()
        {
            ["AlarmName"] = change.Alarm.Name,
            ["AlarmDescription"] = change.Alarm.Description,
            ["AWSAccountId"] = account.Id,
            ["NewStateValue"] = Name(change.After),
            ["NewStateReason"] = change.Reason,
            ["StateChangeTime"] = change.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
            ["Region"] = account.Region,
            ["AlarmArn"] = arn,
            ["OldStateValue"] = Name(change.Before),
            ["Trigger"] = new JsonObject
            {
                ["MetricName"] = change.Alarm.Metric.Name,
                ["Namespace"] = change.Alarm.Metric.Namespace,
                ["Statistic"] = change.Alarm.Statistic.ToUpperInvariant(),
                ["Dimensions"] = new JsonArray([
                    .. change.Alarm.Metric.Dimensions.Select(one => new JsonObject { ["value"] = one.Value, ["name"] = one.Key }),
                ]),
                ["Period"] = (int)change.Alarm.Period.TotalSeconds,
                ["EvaluationPeriods"] = change.Alarm.EvaluationPeriods,
                ["ComparisonOperator"] = change.Alarm.Comparison,
                ["Threshold"] = change.Alarm.Threshold,
                ["TreatMissingData"] = change.Alarm.TreatMissingData,
            },
        };

    private static JsonObject State(AlarmState state, AlarmChange change) =>
        new()
        {
            ["value"] = Name(state),
            ["reason"] = change.Reason,
            ["timestamp"] = CloudEvent.Timestamp(change.Time),
        };

    private static string Name(AlarmState state) =>
        state switch
        {
            AlarmState.Ok => "OK",
            AlarmState.Alarm => "ALARM",
            _ => "INSUFFICIENT_DATA",
        };
}
