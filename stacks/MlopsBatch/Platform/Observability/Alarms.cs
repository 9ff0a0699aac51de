using MlopsBatch.Events.Functions;
using MlopsBatch.Platform.Events;
using MlopsBatch.Platform.Functions;
using MlopsBatch.Platform.Messaging;
using Pulumi;

namespace MlopsBatch.Platform.Observability;

/// <summary>
/// What wakes an operator: stuck messages, failing functions, mails that don't get through. Rules bring their own alarms.
/// </summary>
internal sealed class Alarms : ComponentResource
{
    /// <summary>
    /// A pipe takes a message within seconds; a second try, when the function failed, needs the time that the message is hidden
    /// for.
    /// </summary>
    private const int MailedWithinSeconds = 15 * 60;

    public Alarms(Account account, SharedResources shared, EventReceivers receivers, ComponentResourceOptions? options = null)
        : base("mlops-batch:platform:Alarms", "alarms", options)
    {
        foreach (var (name, queue) in shared.DeadLetters.All)
        {
            var what = queue.IsMailed
                ? $"Nobody takes the messages of the dead-letter queue {name}, so they aren't mailed: look at its pipe."
                : $"Messages wait in the dead-letter queue {name}: look at them, mend the cause, send them again.";
            Add($"{name}-waiting", what, Waiting(queue), ("sqs/v3", "/queues"));
        }

        Function(FunctionNames.Notifications, receivers.Notifications);
        if (receivers.ApprovalDeploy is { } approvalDeploy)
        {
            Function(FunctionNames.ApprovalDeploy, approvalDeploy);
        }

        foreach (var topic in shared.Topics.All)
        {
            Add(
                $"{topic.LogicalName}-mails-failed",
                $"Mails of topic {topic.LogicalName} can't be delivered.",
                new("AWS/SNS", "NumberOfNotificationsFailed", new() { ["TopicName"] = account.Names.Of(topic.LogicalName) }),
                ("sns/v3", topic.Arn.Apply(arn => $"/topic/{arn}"))
            );
        }

        RegisterOutputs();

        // Age leaves out what was tried three times (SQS developer guide, "Available CloudWatch metrics"): that ends in the last queue.
        static WatchedMetric Waiting(DeadLetterQueue queue) =>
            queue.IsMailed
                ? new("AWS/SQS", "ApproximateAgeOfOldestMessage", new() { ["QueueName"] = queue.Name })
                {
                    Statistic = "Maximum",
                    Threshold = MailedWithinSeconds,
                }
                : new("AWS/SQS", "ApproximateNumberOfMessagesVisible", new() { ["QueueName"] = queue.Name }) { Statistic = "Maximum" };

        void Function(string name, EventFunction function)
        {
            var page = ("lambda", (Input<string>)function.Name.Apply(full => $"/functions/{full}?tab=monitoring"));
            Add(
                $"{name}-errors",
                $"Function {name} fails.",
                new("AWS/Lambda", "Errors", new() { ["FunctionName"] = function.Name }),
                page
            );
            Add(
                $"{name}-throttles",
                $"Function {name} is held back by its concurrency.",
                new("AWS/Lambda", "Throttles", new() { ["FunctionName"] = function.Name }),
                page
            );
        }

        void Add(string name, string description, WatchedMetric metric, (string Service, Input<string> Route) look) =>
            Alarm.Create(account, name, description, metric, look, shared.Topics.Operations.Arn, this);
    }
}
