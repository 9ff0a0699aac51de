using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Queues.</summary>
internal sealed class QueueHandler()
    : ResourceHandler(
        "aws:sqs/queue:Queue",
        ["name"],
        ["visibilityTimeoutSeconds", "messageRetentionSeconds", "redrivePolicy", "kmsMasterKeyId"],
        ["kmsDataKeyReusePeriodSeconds", "sqsManagedSseEnabled", "redriveAllowPolicy", "receiveWaitTimeSeconds"]
    )
{
    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        var sqs = account.Service<SqsService>();
        var url = sqs.CreateQueue(inputs.Text("name")!, Attributes(inputs));
        return new(url, new JsonObject { ["arn"] = sqs.GetQueueArn(url), ["url"] = url });
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs)
    {
        account.Service<SqsService>().SetQueueAttributes(old.Id, Attributes(inputs));
        return old.Outputs;
    }

    public override void Delete(CloudAccount account, ResourceState state) => account.Service<SqsService>().DeleteQueue(state.Id);

    private static QueueAttributes Attributes(JsonObject inputs)
    {
        var standard = new QueueAttributes();
        var redrive = inputs.Text("redrivePolicy") is { } text ? JsonNode.Parse(text) : null;
        return standard with
        {
            VisibilityTimeout = inputs.Integer("visibilityTimeoutSeconds") is { } hidden
                ? TimeSpan.FromSeconds(hidden)
                : standard.VisibilityTimeout,
            Retention = inputs.Integer("messageRetentionSeconds") is { } kept ? TimeSpan.FromSeconds(kept) : standard.Retention,
            KmsKey = inputs.Text("kmsMasterKeyId"),
            DeadLetterTarget = redrive.Text("deadLetterTargetArn"),
            MaxReceiveCount = redrive.Integer("maxReceiveCount") ?? standard.MaxReceiveCount,
        };
    }
}
