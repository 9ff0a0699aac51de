using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Http.Protocols;

namespace MlopsBatch.LocalCloud.Http.Events;

/// <summary>EventBridge: putting events, and looking at rules and their targets.</summary>
internal sealed class EventBridgeApi : JsonApi
{
    private const int MaxEntries = 10;

    /// <summary>What is refused of one entry alone; everything else is refused of the whole request.</summary>
    private static readonly string[] EntryFaults = ["MalformedDetail", "ValidationException"];

    public EventBridgeApi()
        : base("1.1")
    {
        Add("PutEvents", PutEvents);
        Add("ListEventBuses", ListBuses);
        Add("ListRules", ListRules);
        Add("DescribeRule", DescribeRule);
        Add("ListTargetsByRule", ListTargets);
    }

    /// <inheritdoc/>
    public override string Service => "events";

    /// <inheritdoc/>
    protected override string TargetPrefix => "AWSEvents";

    private static JsonObject PutEvents(ServiceCall call, JsonObject input)
    {
        var entries = (input["Entries"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (entries.Count is 0 or > MaxEntries)
        {
            throw new CloudException("ValidationException", $"Entries needs 1 to {MaxEntries} events, got {entries.Count}.");
        }
        var results = entries.Select(entry => Put(call, entry)).ToList();
        return new JsonObject
        {
            ["FailedEntryCount"] = results.Count(result => result.ContainsKey("ErrorCode")),
            ["Entries"] = new JsonArray([.. results]),
        };
    }

    private static JsonObject Put(ServiceCall call, JsonObject entry)
    {
        string Text(string name) => entry[name]?.GetValue<string>() ?? "";
        var bus = entry["EventBusName"]?.GetValue<string>();
        var resources = (entry["Resources"] as JsonArray ?? []).Select(arn => arn!.GetValue<string>());
        var put = new PutEventsEntry(Text("Source"), Text("DetailType"), Text("Detail")) { EventBusName = bus, Resources = [.. resources] };
        try
        {
            return new JsonObject { ["EventId"] = call.Owner(bus).Service<EventBridgeService>().PutEvents([put])[0] };
        }
        catch (CloudException refused) when (EntryFaults.Contains(refused.Code))
        {
            return new JsonObject { ["ErrorCode"] = refused.Code, ["ErrorMessage"] = refused.Message };
        }
    }

    private static JsonObject ListBuses(ServiceCall call, JsonObject input)
    {
        var prefix = input["NamePrefix"]?.GetValue<string>() ?? "";
        return new JsonObject
        {
            ["EventBuses"] = new JsonArray([
                .. call
                    .Account.Service<EventBridgeService>()
                    .ListEventBuses()
                    .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(name => new JsonObject { ["Name"] = name, ["Arn"] = call.Account.Arn("events", "event-bus/" + name) }),
            ]),
        };
    }

    private static JsonObject ListRules(ServiceCall call, JsonObject input)
    {
        var prefix = input["NamePrefix"]?.GetValue<string>() ?? "";
        return new JsonObject
        {
            ["Rules"] = new JsonArray([
                .. Rules(call, input).Where(rule => rule.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(Row),
            ]),
        };
    }

    private static JsonObject DescribeRule(ServiceCall call, JsonObject input) => Row(Rule(call, input, "Name"));

    private static JsonObject ListTargets(ServiceCall call, JsonObject input) =>
        new() { ["Targets"] = new JsonArray([.. Rule(call, input, "Rule").Targets.Values.Select(Row)]) };

    private static IReadOnlyList<EventRule> Rules(ServiceCall call, JsonObject input)
    {
        var bus = input["EventBusName"]?.GetValue<string>();
        return call.Owner(bus).Service<EventBridgeService>().ListRules(bus ?? EventBridgeService.DefaultBus);
    }

    private static EventRule Rule(ServiceCall call, JsonObject input, string member)
    {
        var name = input[member]?.GetValue<string>() ?? throw new CloudException("ValidationException", $"{member} is missing.");
        return Rules(call, input).FirstOrDefault(rule => rule.Name == name)
            ?? throw new CloudException("ResourceNotFoundException", $"Rule {name} does not exist on this event bus.");
    }

    private static JsonObject Row(EventRule rule) =>
        new()
        {
            ["Name"] = rule.Name,
            ["Arn"] = rule.Arn,
            ["EventPattern"] = rule.Pattern.Json,
            ["State"] = rule.Enabled ? "ENABLED" : "DISABLED",
            ["EventBusName"] = rule.Bus,
        };

    private static JsonObject Row(EventTarget target)
    {
        var row = new JsonObject { ["Id"] = target.Id, ["Arn"] = target.Arn };
        void Set(string name, JsonNode? value)
        {
            if (value is not null)
            {
                row[name] = value;
            }
        }
        Set("RoleArn", target.RoleArn);
        Set("Input", target.Input);
        Set("InputPath", target.InputPath);
        Set("DeadLetterConfig", target.DeadLetterTarget is { } dead ? new JsonObject { ["Arn"] = dead } : null);
        if (target.InputTemplate is { } template)
        {
            row["InputTransformer"] = new JsonObject
            {
                ["InputPathsMap"] = new JsonObject(target.InputPaths.Select(path => KeyValuePair.Create(path.Key, (JsonNode?)path.Value))),
                ["InputTemplate"] = template,
            };
        }
        return row;
    }
}
