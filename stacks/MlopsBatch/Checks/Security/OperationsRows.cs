using MlopsBatch.Aws;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Checks.Security;

/// <summary>
/// Rows about events, secrets, logs and alarms. Sources: cdk-nag EVB1, SMG4, Serverless EventBusDLQ, Checkov, CloudWatch.*.
/// </summary>
internal static class OperationsRows
{
    public static IEnumerable<SecurityRow> All =>
        [
            new(
                42,
                "EventBridge",
                "Each target and schedule has a retry policy and a dead-letter queue.",
                graph => graph.Deliveries.Select(delivery => delivery.Resource.Name),
                graph => graph.Deliveries.Where(delivery => !delivery.IsGuarded).Select(delivery => delivery.Resource.Name)
            ),
            SecurityRow.Statements(
                43,
                "EventBridge",
                "A bus takes events of named accounts only, under a condition.",
                graph => graph.StatementsOf(ResourceTypes.EventBusPolicy),
                PolicyTests.IsBound
            ),
            SecurityRow.Each(
                44,
                "Secrets",
                "Secrets are encrypted with a key of our own.",
                ResourceTypes.Secret,
                (secret, _) => secret.Text("kmsKeyId") is not null
            ),
            new(
                45,
                "Secrets",
                "Secrets are rotated, or there is a dated reminder.",
                graph => graph.OfType(ResourceTypes.Secret).Select(secret => secret.Name),
                graph =>
                    graph
                        .OfType(ResourceTypes.Secret)
                        .Where(_ => !graph.OfType(ResourceTypes.SecretRotation).Any())
                        .Select(secret => secret.Name)
            ),
            SecurityRow.Each(
                46,
                "Logs",
                "Log groups are declared with a retention; the audit log keeps a year.",
                ResourceTypes.LogGroup,
                (log, _) => log.Inputs["retentionInDays"]?.GetValue<long>() >= (log.Name == "audit" ? 365 : 1)
            ),
            SecurityRow.Each(
                47,
                "Logs",
                "Log groups are encrypted with a key of our own.",
                ResourceTypes.LogGroup,
                (log, _) => log.Text("kmsKeyId") is not null
            ),
            new(
                48,
                "Alarms",
                "Dead letters, failing functions, rules that can't deliver and failed executions reach people; alarms act.",
                graph => graph.OfType(ResourceTypes.Alarm).Select(alarm => alarm.Name),
                Unwatched
            ),
        ];

    /// <summary>The queues that take what rules, schedules and functions couldn't handle.</summary>
    private static IEnumerable<Arn?> DeadLetterTargets(DeclaredStack graph) =>
        graph.Deliveries.Select(delivery => delivery.DeadLetterQueue).Concat(graph.Functions.Select(graph.FailureDestination));

    private static bool IsOf(RecordedResource queue, Arn? arn) => arn?.ResourceId == queue.Text("name");

    private static IEnumerable<string> Unwatched(DeclaredStack graph)
    {
        var alarms = graph.OfType(ResourceTypes.Alarm).ToList();
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
                (ResourceTypes.Function, "Errors", "FunctionName"),
                (ResourceTypes.Rule, "FailedInvocations", "RuleName"),
            }
        )
        {
            foreach (
                var resource in graph
                    .OfType(type)
                    .Where(resource =>
                        !alarms.Any(alarm =>
                            alarm.Text("metricName") == metric
                            && (string?)alarm.Inputs["dimensions"]?[dimension] == resource.Text("name")
                            // Metrics of a rule on a bus of one's own have the bus's name as well.
                            && (string?)alarm.Inputs["dimensions"]?["EventBusName"] == resource.Text("eventBusName")
                        )
                    )
            )
            {
                yield return $"{resource.Name} has no alarm on {metric}";
            }
        }

        foreach (var queue in graph.OfType(ResourceTypes.Queue))
        {
            var isMailed = graph.OfType(ResourceTypes.Pipe).Any(pipe => IsOf(queue, Arn.Parse(pipe.Text("source")!)));
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

        var told = graph.Rules.Any(rule => rule.Pattern.DetailTypes.Contains(DetailTypes.PipelineExecution));
        if (graph.Pipelines.Count > 0 && !told)
        {
            yield return "failed executions reach nobody";
        }
    }
}
