using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Events;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Event buses.</summary>
internal sealed class EventBusHandler()
    : ResourceHandler("aws:cloudwatch/eventBus:EventBus", ["name"], ignored: ["kmsKeyIdentifier", "deadLetterConfig"])
{
    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        var name = inputs.Text("name")!;
        return new(name, new JsonObject { ["arn"] = account.Service<EventBridgeService>().CreateEventBus(name) });
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => old.Outputs;

    public override void Delete(CloudAccount account, ResourceState state) =>
        account.Service<EventBridgeService>().DeleteEventBus(state.Id);
}
