using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Sns;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Subscriptions of topics.</summary>
internal sealed class TopicSubscriptionHandler()
    : ResourceHandler(
        "aws:sns/topicSubscription:TopicSubscription",
        ["topic", "protocol", "endpoint"],
        ["filterPolicy", "filterPolicyScope", "redrivePolicy", "rawMessageDelivery"],
        ["endpointAutoConfirms", "confirmationTimeoutInMinutes"]
    )
{
    public override bool HasSameName(JsonObject old, JsonObject inputs) => false;

    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        var arn = Put(account, inputs);
        return new(arn, new JsonObject { ["arn"] = arn, ["pendingConfirmation"] = false });
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs)
    {
        Put(account, inputs);
        return old.Outputs;
    }

    public override void Delete(CloudAccount account, ResourceState state) => account.Service<SnsService>().Unsubscribe(state.Id);

    private static string Put(CloudAccount account, JsonObject inputs) =>
        account
            .Service<SnsService>()
            .Subscribe(
                new Subscription
                {
                    Arn = "",
                    TopicArn = inputs.Text("topic")!,
                    Protocol = inputs.Text("protocol")!,
                    Endpoint = inputs.Text("endpoint")!,
                    FilterPolicy = inputs.Text("filterPolicy"),
                    FilterPolicyScope = inputs.Text("filterPolicyScope") ?? "MessageAttributes",
                    RawMessageDelivery = inputs.Flag("rawMessageDelivery"),
                    DeadLetterTarget = inputs.Text("redrivePolicy") is { } text ? JsonNode.Parse(text).Text("deadLetterTargetArn") : null,
                }
            )
            .Arn;
}
