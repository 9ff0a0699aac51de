using MlopsBatch.Aws;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Checks.Security;

/// <summary>Rows about topics and queues. Sources: Checkov, cdk-nag SNS3, SQS2-4, Serverless redrive rules, SNS.*, SQS.*.</summary>
internal static class MessagingRows
{
    private const int FourteenDays = 1209600;

    public static IEnumerable<SecurityRow> All =>
        [
            SecurityRow.Each(
                11,
                "SNS",
                "Topics are encrypted with a key of our own, so that EventBridge and alarms can publish.",
                ResourceTypes.Topic,
                (topic, _) => topic.Text("kmsMasterKeyId") is { } key && !key.Contains("alias/aws/", StringComparison.Ordinal)
            ),
            SecurityRow.Each(
                12,
                "SNS",
                "Publishing without TLS is denied.",
                ResourceTypes.Topic,
                (topic, graph) =>
                    Policy(graph, ResourceTypes.TopicPolicy, topic.Name) is { } policy
                    && PolicyTests.RefusesPlainHttp(policy, ("sns:Publish", policy.Resource.Text("arn")!))
            ),
            SecurityRow.Statements(
                13,
                "SNS",
                "No topic is public.",
                graph => graph.StatementsOf(ResourceTypes.TopicPolicy).Where(statement => statement.IsAllow),
                statement => !PolicyTests.LetsEveryoneIn(statement)
            ),
            SecurityRow.Statements(
                14,
                "SNS",
                "Whoever may publish is named and limited by a condition.",
                graph => graph.StatementsOf(ResourceTypes.TopicPolicy).Where(statement => statement.IsAllow),
                PolicyTests.IsBound
            ),
            SecurityRow.Each(
                15,
                "SNS",
                "What a subscription can't deliver goes to a dead-letter queue.",
                ResourceTypes.Subscription,
                (subscription, _) => subscription.Text("redrivePolicy")?.Contains("deadLetterTargetArn", StringComparison.Ordinal) == true
            ),
            SecurityRow.Each(16, "SNS", "Topics have tags.", ResourceTypes.Topic, (topic, _) => topic.Inputs["tags"] is not null),
            SecurityRow.Each(
                17,
                "SQS",
                "Queues are encrypted with a key of our own.",
                ResourceTypes.Queue,
                (queue, _) => queue.Text("kmsMasterKeyId") is { } key && !key.Contains("alias/aws/", StringComparison.Ordinal)
            ),
            SecurityRow.Each(
                18,
                "SQS",
                "Access without TLS is denied.",
                ResourceTypes.Queue,
                (queue, graph) =>
                    Policy(graph, ResourceTypes.QueuePolicy, queue.Name) is { } policy
                    && PolicyTests.RefusesPlainHttp(
                        policy,
                        [
                            .. new[] { "sqs:DeleteMessage", "sqs:ReceiveMessage", "sqs:SendMessage" }.Select(action =>
                                (action, ArnOf(policy))
                            ),
                        ]
                    )
            ),
            SecurityRow.Each(
                19,
                "SQS",
                "Each queue has or is a dead-letter queue that keeps messages for 14 days.",
                ResourceTypes.Queue,
                (queue, _) =>
                    queue.Inputs["redrivePolicy"] is not null || queue.Inputs["messageRetentionSeconds"]?.GetValue<long>() == FourteenDays
            ),
            SecurityRow.Statements(
                20,
                "SQS",
                "No queue allows every action or everyone; services send for named sources only.",
                graph => graph.StatementsOf(ResourceTypes.QueuePolicy).Where(statement => statement.IsAllow),
                statement => !statement.HasWildcardAction && PolicyTests.IsBound(statement)
            ),
        ];

    private static DeclaredPolicy? Policy(DeclaredStack graph, string type, string name) =>
        graph.Policies.FirstOrDefault(policy => policy.Resource.Type == type && policy.Resource.Name == name);

    /// <summary>ARN of the queue, from its URL: https://sqs.REGION.amazonaws.com/ACCOUNT/NAME.</summary>
    private static string ArnOf(DeclaredPolicy policy)
    {
        var url = new Uri(policy.Resource.Text("queueUrl")!);
        var region = url.Host.Split('.')[1];
        return Partition.OfRegion(region).Arn("sqs", region, url.Segments[1].TrimEnd('/'), url.Segments[2]).ToString();
    }
}
