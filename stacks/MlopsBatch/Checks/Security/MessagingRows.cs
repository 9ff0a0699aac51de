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
            SecurityRow.Asked(
                12,
                "SNS",
                "Publishing without TLS is denied.",
                ResourceTypes.Topic,
                (topic, graph) =>
                    Policy(graph, ResourceTypes.TopicPolicy, "arn", topic.Arn) is { } policy
                        ? PolicyTests.RefusesPlainHttp(policy, ("sns:Publish", topic.Arn!))
                        : NoPolicy
            ),
            SecurityRow.Statements(
                13,
                "SNS",
                "No topic is public.",
                graph => graph.StatementsOf(ResourceTypes.TopicPolicy).Where(statement => statement.IsAllow),
                PolicyTests.KeepsEveryoneOut
            ),
            SecurityRow.Statements(
                14,
                "SNS",
                "Whoever may publish is named and limited by a condition.",
                graph => graph.StatementsOf(ResourceTypes.TopicPolicy).Where(statement => statement.IsAllow),
                statement => PolicyTests.IsBound(statement)
            ),
            SecurityRow.Asked(
                15,
                "SNS",
                "What a subscription can't deliver goes to a dead-letter queue, which lets it in.",
                ResourceTypes.Subscription,
                (subscription, graph) => new Reach(graph).OfDeadMails(subscription)
            ),
            SecurityRow.Each(16, "SNS", "Topics have tags.", ResourceTypes.Topic, (topic, _) => topic.Inputs["tags"] is not null),
            SecurityRow.Each(
                17,
                "SQS",
                "Queues are encrypted with a key of our own.",
                ResourceTypes.Queue,
                (queue, _) => queue.Text("kmsMasterKeyId") is { } key && !key.Contains("alias/aws/", StringComparison.Ordinal)
            ),
            SecurityRow.Asked(
                18,
                "SQS",
                "Access without TLS is denied.",
                ResourceTypes.Queue,
                (queue, graph) =>
                    Policy(graph, ResourceTypes.QueuePolicy, "queueUrl", queue.Id) is { } policy
                        ? PolicyTests.RefusesPlainHttp(
                            policy,
                            [
                                .. new[] { "sqs:DeleteMessage", "sqs:ReceiveMessage", "sqs:SendMessage" }.Select(action =>
                                    (action, queue.Arn!)
                                ),
                            ]
                        )
                        : NoPolicy
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
                statement => AccessAnswer.All([PolicyTests.LetsDoOnlyNamed(statement), PolicyTests.IsBound(statement)])
            ),
        ];

    private static AccessAnswer NoPolicy { get; } = new(false, "it has no policy of its own");

    private static DeclaredPolicy? Policy(DeclaredStack graph, string type, string input, string? value) =>
        graph.Policies.FirstOrDefault(policy => policy.Resource.Type == type && policy.Resource.Text(input) == value);
}
