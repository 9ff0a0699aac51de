using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition;

namespace MlopsBatch.Pipelines.Tests.Support;

/// <summary>Reads a definition's JSON, as SageMaker would: knows nothing of the C# model.</summary>
internal static class DefinitionJson
{
    public static JsonObject Read(this PipelineDefinition pipeline) => JsonNode.Parse(pipeline.ToJson())!.AsObject();

    /// <summary>All steps, those in branches included.</summary>
    public static IEnumerable<JsonObject> Steps(this JsonObject definition) => AllOf(definition["Steps"]!.AsArray());

    public static JsonObject Step(this JsonObject definition, string name) => definition.Steps().Single(step => step.Text("Name") == name);

    public static string Text(this JsonNode node, string member) => node[member]!.GetValue<string>();

    /// <summary>The node at a path such as <c>NetworkConfig.VpcConfig.Subnets</c>; null where a part is missing.</summary>
    public static JsonNode? At(this JsonNode? node, string path) =>
        path.Split('.').Aggregate(node, (current, name) => (current as JsonObject)?[name]);

    public static bool IsTrue(this JsonNode? node) => node?.GetValue<bool>() == true;

    public static IEnumerable<string> ParameterNames(this JsonObject definition) =>
        definition["Parameters"]!.AsArray().Select(parameter => parameter!.Text("Name"));

    /// <summary>All texts that <c>{"Get": …}</c> holds anywhere below.</summary>
    public static IEnumerable<string> References(this JsonNode? node) =>
        node switch
        {
            JsonObject { Count: 1 } get when get["Get"] is JsonValue text => [text.GetValue<string>()],
            JsonObject members => members.SelectMany(member => References(member.Value)),
            JsonArray items => items.SelectMany(References),
            _ => [],
        };

    /// <summary>The steps that a step takes values from or explicitly waits for, branches included.</summary>
    public static IReadOnlyList<string> Predecessors(this JsonObject step)
    {
        var nested = AllOf(new JsonArray(step.DeepClone())).Select(inner => inner.Text("Name"));
        return
        [
            .. References(step)
                .Where(reference => reference.StartsWith("Steps.", StringComparison.Ordinal))
                .Select(reference => reference.Split('.')[1])
                .Concat(step["DependsOn"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [])
                .Distinct()
                .Except(nested)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<JsonObject> AllOf(JsonArray steps)
    {
        foreach (var step in steps.Select(step => step!.AsObject()))
        {
            yield return step;
            if (step.Text("Type") != "Condition")
            {
                continue;
            }

            foreach (var branch in new[] { "IfSteps", "ElseSteps" })
            {
                foreach (var inner in AllOf(step["Arguments"]![branch]!.AsArray()))
                {
                    yield return inner;
                }
            }
        }
    }
}
