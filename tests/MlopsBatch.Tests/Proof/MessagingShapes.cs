using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Proof;

/// <summary>Topics and whom they tell; queues of what went wrong and who takes it up.</summary>
internal static class MessagingShapes
{
    private static readonly string[] Mailed = ["undelivered-events", "failed-functions", "undelivered-schedules"];

    public static IEnumerable<Shape> Of(Place place, string platformKey)
    {
        foreach (var topic in new[] { "operations", "approvals", "quality" })
        {
            yield return new(ResourceTypes.Topic, topic, ("name", place.Full(topic)), ("kmsMasterKeyId", platformKey));
            yield return new(ResourceTypes.TopicPolicy, topic, ("arn", place.Topic(topic)));
            yield return Subscription(place, topic, "ops@example.com");
            // Who answers for a model gets what is about it.
            yield return Subscription(
                place,
                topic,
                "ds@example.com",
                ("filterPolicy", """{"model":["abalone"]}"""),
                ("filterPolicyScope", "MessageAttributes")
            );
        }

        yield return Queue(place, "undelivered-mails", platformKey);
        foreach (var queue in Mailed)
        {
            yield return Queue(
                place,
                queue,
                platformKey,
                ("redrivePolicy", $$"""{"deadLetterTargetArn":"{{place.Queue("undelivered-mails")}}","maxReceiveCount":5}""")
            );
            yield return new(
                ResourceTypes.Pipe,
                queue,
                ("name", place.Full(queue)),
                ("roleArn", place.Role("dead-letter-mails")),
                ("source", place.Queue(queue)),
                ("sourceParameters.sqsQueueParameters.batchSize", "1"),
                ("target", place.Function("notifications")),
                ("targetParameters.lambdaFunctionParameters.invocationType", "REQUEST_RESPONSE")
            )
            {
                After = [(ResourceTypes.RolePolicy, "dead-letter-mails")],
            };
        }

        foreach (var queue in Mailed.Append("undelivered-mails"))
        {
            yield return new(
                ResourceTypes.QueuePolicy,
                queue,
                ("queueUrl", $"https://sqs.{Place.Region}.amazonaws.com/{place.Account}/{place.Full(queue)}")
            );
        }
    }

    /// <summary>Two weeks is the longest that SQS keeps a message; a try may take six times the function's timeout.</summary>
    private static Shape Queue(Place place, string name, string key, params (string, string)[] inputs) =>
        new(
            ResourceTypes.Queue,
            name,
            [
                ("name", place.Full(name)),
                ("kmsMasterKeyId", key),
                ("kmsDataKeyReusePeriodSeconds", "300"),
                ("messageRetentionSeconds", "1209600"),
                ("visibilityTimeoutSeconds", "360"),
                .. inputs,
            ]
        );

    private static Shape Subscription(Place place, string topic, string address, params (string, string)[] inputs) =>
        new(
            ResourceTypes.Subscription,
            $"{topic}-{address}",
            [
                ("topic", place.Topic(topic)),
                ("protocol", "email"),
                ("endpoint", address),
                ("redrivePolicy", $$"""{"deadLetterTargetArn":"{{place.Queue("undelivered-mails")}}"}"""),
                .. inputs,
            ]
        );
}
