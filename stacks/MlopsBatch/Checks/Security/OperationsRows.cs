using System.Text.Json.Nodes;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Inspection;

namespace MlopsBatch.Checks.Security;

/// <summary>Rows about events, secrets, logs and alarms. Sources: cdk-nag EVB1, SMG4, Serverless EventBusDLQ, Checkov, CloudWatch.*.</summary>
internal static class OperationsRows
{
    private const string Target = "aws:cloudwatch/eventTarget:EventTarget";
    private const string Secret = "aws:secretsmanager/secret:Secret";
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Pipe = "aws:pipes/pipe:Pipe";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    public static IEnumerable<SecurityRow> All =>
        [
            new(
                42,
                "EventBridge",
                "Each target and schedule has a retry policy and a dead-letter queue.",
                graph => Deliveries(graph).Select(delivery => delivery.Name),
                graph => Deliveries(graph).Where(delivery => !IsGuarded(delivery.Config)).Select(delivery => delivery.Name)
            ),
            SecurityRow.Statements(
                43,
                "EventBridge",
                "A bus takes events of named accounts only, under a condition.",
                graph => graph.PoliciesOf("EventBusPolicy"),
                PolicyTests.IsBound
            ),
            SecurityRow.Each(
                44,
                "Secrets",
                "Secrets are encrypted with a key of our own.",
                Secret,
                (secret, _) => secret.Text("kmsKeyId") is not null
            ),
            new(
                45,
                "Secrets",
                "Secrets are rotated, or there is a dated reminder.",
                graph => graph.OfType(Secret).Select(secret => secret.Name),
                graph =>
                    graph
                        .OfType(Secret)
                        .Where(_ => !graph.OfType("aws:secretsmanager/secretRotation:SecretRotation").Any())
                        .Select(secret => secret.Name)
            ),
            SecurityRow.Each(
                46,
                "Logs",
                "Log groups are declared with a retention; the audit log keeps a year.",
                LogGroup,
                (log, _) => log.Inputs["retentionInDays"]?.GetValue<long>() >= (log.Name == "audit" ? 365 : 1)
            ),
            SecurityRow.Each(
                47,
                "Logs",
                "Log groups are encrypted with a key of our own.",
                LogGroup,
                (log, _) => log.Text("kmsKeyId") is not null
            ),
            new(
                48,
                "Alarms",
                "Dead letters, failing functions, rules that can't deliver and failed executions reach people; alarms act.",
                graph => graph.OfType(Alarm).Select(alarm => alarm.Name),
                Unwatched
            ),
        ];

    private static IEnumerable<(string Name, JsonNode Config)> Deliveries(StackGraph graph) =>
        graph
            .OfType(Target)
            .Select(target => (target.Name, (JsonNode)target.Inputs))
            .Concat(graph.OfType("aws:scheduler/schedule:Schedule").Select(schedule => (schedule.Name, schedule.Inputs["target"]!)));

    private static bool IsGuarded(JsonNode config) =>
        config["deadLetterConfig"]?["arn"] is not null
        && config["retryPolicy"]?["maximumRetryAttempts"] is not null
        && config["retryPolicy"]?["maximumEventAgeInSeconds"] is not null;

    /// <summary>ARNs of the queues that take what rules, schedules and functions couldn't handle.</summary>
    private static IEnumerable<string?> DeadLetterTargets(StackGraph graph) =>
        Deliveries(graph)
            .Select(delivery => (string?)delivery.Config["deadLetterConfig"]?["arn"])
            .Concat(
                graph.OfType("aws:lambda/function:Function").Select(function => (string?)function.Inputs["deadLetterConfig"]?["targetArn"])
            );

    private static bool IsOf(RecordedResource queue, string? arn) =>
        arn?.EndsWith($":{queue.Text("name")}", StringComparison.Ordinal) == true;

    private static IEnumerable<string> Unwatched(StackGraph graph)
    {
        var alarms = graph.OfType(Alarm).ToList();
        foreach (
            var alarm in alarms.Where(alarm =>
                alarm.Inputs["alarmActions"] is null || alarm.Inputs["actionsEnabled"]?.GetValue<bool>() == false
            )
        )
        {
            yield return $"{alarm.Name} acts on nothing";
        }

        foreach (
            var (type, metric, dimension) in new[]
            {
                ("aws:lambda/function:Function", "Errors", "FunctionName"),
                ("aws:cloudwatch/eventRule:EventRule", "FailedInvocations", "RuleName"),
            }
        )
        {
            foreach (
                var resource in graph
                    .OfType(type)
                    .Where(resource =>
                        !alarms.Any(alarm =>
                            alarm.Text("metricName") == metric && (string?)alarm.Inputs["dimensions"]?[dimension] == resource.Text("name")
                        )
                    )
            )
            {
                yield return $"{resource.Name} has no alarm on {metric}";
            }
        }

        foreach (var queue in graph.OfType(Queue))
        {
            var isMailed = graph.OfType(Pipe).Any(pipe => IsOf(queue, pipe.Text("source")));
            var metric = isMailed ? "ApproximateAgeOfOldestMessage" : "ApproximateNumberOfMessagesVisible";
            if (
                !alarms.Any(alarm =>
                    alarm.Text("metricName") == metric && (string?)alarm.Inputs["dimensions"]?["QueueName"] == queue.Text("name")
                )
            )
            {
                yield return $"{queue.Name} has no alarm on {metric}";
            }

            if (isMailed && queue.Inputs["redrivePolicy"] is null)
            {
                yield return $"{queue.Name} keeps what can't be mailed without a word";
            }

            if (!isMailed && DeadLetterTargets(graph).Any(arn => IsOf(queue, arn)))
            {
                yield return $"{queue.Name} is mailed to nobody";
            }
        }

        var pipelines = graph.OfType("aws:sagemaker/pipeline:Pipeline").Any();
        var told = graph
            .OfType("aws:cloudwatch/eventRule:EventRule")
            .Any(rule => rule.Text("eventPattern")!.Contains(DetailTypes.PipelineExecution, StringComparison.Ordinal));
        if (pipelines && !told)
        {
            yield return "failed executions reach nobody";
        }
    }
}
