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
            SecurityRow.Asked(
                42,
                "EventBridge",
                "Each target and schedule is let in, and has a retry policy and a dead-letter queue that lets it in as well.",
                Deliveries
            ),
            SecurityRow.Statements(
                43,
                "EventBridge",
                "A bus takes events of named accounts only, under a condition.",
                graph => graph.StatementsOf(ResourceTypes.EventBusPolicy),
                statement => PolicyTests.IsBound(statement)
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
                graph =>
                    graph.OfType(ResourceTypes.Secret).Select(secret => Seen(secret, graph.OfType(ResourceTypes.SecretRotation).Any()))
            ),
            SecurityRow.Each(
                46,
                "Logs",
                "Log groups are declared with a retention; the audit log keeps a year.",
                ResourceTypes.LogGroup,
                (log, _) => log.Inputs["retentionInDays"]?.GetValue<long>() >= (log.Name == "audit" ? 365 : 1)
            ),
            SecurityRow.Asked(
                47,
                "Logs",
                "Log groups are encrypted with a key of our own, which CloudWatch Logs may use.",
                ResourceTypes.LogGroup,
                (log, graph) => new Reach(graph).OfLogs(log)
            ),
            SecurityRow.Asked(
                48,
                "Alarms",
                "Dead letters, failing functions, rules that can't deliver and failed executions reach people; alarms may publish.",
                graph => [.. Watching(graph), .. Unwatched(graph)]
            ),
        ];

    /// <summary>The queues that take what rules, schedules and functions couldn't handle.</summary>
    private static IEnumerable<Arn?> DeadLetterTargets(DeclaredStack graph) =>
        graph.Deliveries.Select(delivery => delivery.DeadLetterQueue).Concat(graph.Functions.Select(graph.FailureDestination));

    private static bool IsOf(RecordedResource queue, Arn? arn) => arn?.ResourceId == queue.Text("name");

    private static CheckEvidence Seen(RecordedResource resource, bool isMet) => new(resource.Name, resource.Urn, isMet);

    private static CheckEvidence Answered(RecordedResource resource, AccessAnswer answer) =>
        new(resource.Name, resource.Urn, answer.IsMet, answer.Because);

    private static IEnumerable<CheckEvidence> Deliveries(DeclaredStack graph)
    {
        var reach = new Reach(graph);
        return
        [
            .. from rule in graph.Rules from target in rule.Targets select Answered(target.Resource, reach.OfRule(rule, target)),
            .. graph.Schedules.Select(schedule => Answered(schedule.Resource, reach.OfSchedule(schedule))),
        ];
    }

    private static IEnumerable<CheckEvidence> Watching(DeclaredStack graph)
    {
        var reach = new Reach(graph);
        return
        [
            .. graph.OfType(ResourceTypes.Alarm).Select(alarm => Answered(alarm, reach.OfAlarm(alarm))),
            .. graph.OfType(ResourceTypes.Pipe).Select(pipe => Answered(pipe, reach.OfPipe(pipe))),
        ];
    }

    private static IEnumerable<CheckEvidence> Unwatched(DeclaredStack graph)
    {
        var alarms = graph.OfType(ResourceTypes.Alarm).ToList();
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
                yield return new($"{resource.Name} has no alarm on {metric}", resource.Urn, IsMet: false);
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
                yield return new($"{queue.Name} has no alarm on {metric}", queue.Urn, IsMet: false);
            }

            if (isMailed && queue.Inputs["redrivePolicy"] is null)
            {
                yield return new($"{queue.Name} keeps what can't be mailed without a word", queue.Urn, IsMet: false);
            }

            if (!isMailed && DeadLetterTargets(graph).Any(arn => IsOf(queue, arn)))
            {
                yield return new($"{queue.Name} is mailed to nobody", queue.Urn, IsMet: false);
            }
        }

        var told = graph.Rules.Any(rule => rule.Pattern.DetailTypes.Contains(DetailTypes.PipelineExecution));
        if (graph.Pipelines.Count > 0 && !told)
        {
            yield return new("failed executions reach nobody", Urn: null, IsMet: false);
        }
    }
}
