using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Events;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Targets of rules.</summary>
internal sealed class EventTargetHandler()
    : ResourceHandler(
        "aws:cloudwatch/eventTarget:EventTarget",
        ["rule", "targetId", "arn"],
        ["eventBusName", "roleArn", "input", "inputPath", "inputTransformer", "sagemakerPipelineTarget", "retryPolicy", "deadLetterConfig"],
        replacing: ["rule", "targetId", "eventBusName"]
    )
{
    public override bool HasSameName(JsonObject old, JsonObject inputs) =>
        base.HasSameName(old, inputs) && old.Text("targetId") == inputs.Text("targetId");

    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        Put(account, inputs);
        return new($"{inputs.Text("rule")}-{inputs.Text("targetId")}", []);
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs)
    {
        Put(account, inputs);
        return old.Outputs;
    }

    public override void Delete(CloudAccount account, ResourceState state) =>
        account.Service<EventBridgeService>().RemoveTarget(RuleOf(state.Inputs), state.Inputs.Text("targetId")!, BusOf(state.Inputs));

    private static string BusOf(JsonObject inputs) => inputs.Text("eventBusName") ?? EventBridgeService.DefaultBus;

    /// <summary>The rule's name; a rule's id on another bus has the bus before it.</summary>
    private static string RuleOf(JsonObject inputs) => inputs.Text("rule")!.Split('/')[^1];

    private static void Put(CloudAccount account, JsonObject inputs) =>
        account.Service<EventBridgeService>().PutTarget(RuleOf(inputs), Target(inputs), BusOf(inputs));

    private static EventTarget Target(JsonObject inputs)
    {
        var standard = new RetrySettings();
        return new EventTarget
        {
            Id = inputs.Text("targetId")!,
            Arn = inputs.Text("arn")!,
            RoleArn = inputs.Text("roleArn"),
            Input = inputs.Text("input"),
            InputPath = inputs.Text("inputPath"),
            InputPaths = inputs.Map("inputTransformer", "inputPaths").ToImmutableSortedDictionary(StringComparer.Ordinal),
            InputTemplate = inputs.Text("inputTransformer", "inputTemplate"),
            PipelineParameters = inputs
                .Objects("sagemakerPipelineTarget", "pipelineParameterLists")
                .ToImmutableSortedDictionary(one => one.Text("name")!, one => one.Text("value")!, StringComparer.Ordinal),
            Retry = new(
                inputs.Integer("retryPolicy", "maximumRetryAttempts") ?? standard.MaximumRetryAttempts,
                inputs.Integer("retryPolicy", "maximumEventAgeInSeconds") ?? standard.MaximumEventAgeInSeconds
            ),
            DeadLetterTarget = inputs.Text("deadLetterConfig", "arn"),
        };
    }
}
