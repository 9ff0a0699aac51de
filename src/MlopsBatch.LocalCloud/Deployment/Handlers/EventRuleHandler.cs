using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Events;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Rules with an event pattern. Rules by time aren't there: schedules are Scheduler's.</summary>
internal sealed class EventRuleHandler()
    : ResourceHandler(
        "aws:cloudwatch/eventRule:EventRule",
        ["name", "eventPattern"],
        ["eventBusName", "state"],
        ["forceDestroy"],
        ["name", "eventBusName"]
    )
{
    public override Created Create(CloudAccount account, JsonObject inputs) => new(IdOf(inputs), Put(account, inputs));

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => Put(account, inputs);

    public override void Delete(CloudAccount account, ResourceState state) =>
        account.Service<EventBridgeService>().DeleteRule(state.Inputs.Text("name")!, BusOf(state.Inputs));

    private static string BusOf(JsonObject inputs) => inputs.Text("eventBusName") ?? EventBridgeService.DefaultBus;

    private static string IdOf(JsonObject inputs) =>
        BusOf(inputs) == EventBridgeService.DefaultBus ? inputs.Text("name")! : $"{BusOf(inputs)}/{inputs.Text("name")}";

    private static JsonObject Put(CloudAccount account, JsonObject inputs)
    {
        var isEnabled = (inputs.Text("state") ?? "ENABLED") != "DISABLED";
        var rule = account
            .Service<EventBridgeService>()
            .PutRule(inputs.Text("name")!, inputs.Text("eventPattern")!, isEnabled, BusOf(inputs));
        return new JsonObject { ["arn"] = rule.Arn };
    }
}
