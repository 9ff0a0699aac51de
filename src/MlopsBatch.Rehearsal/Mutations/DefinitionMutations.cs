using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Deployment;

namespace MlopsBatch.Rehearsal.Mutations;

/// <summary>Faults in a pipeline: a dependency that is missing, a drift that stops what must go on.</summary>
internal static class DefinitionMutations
{
    private const string Input = "pipelineDefinition";

    public static IEnumerable<Mutation> Of(DeclaredResource pipeline)
    {
        if (pipeline.Inputs[Input]?.ToString() is not { } text)
        {
            yield break;
        }

        var title = MutationCatalogue.Title(pipeline);
        foreach (var step in JsonNode.Parse(text)!["Steps"]!.AsArray().Select(step => step!))
        {
            var name = step["Name"]!.ToString();
            for (var index = 0; index < (step["DependsOn"] as JsonArray ?? []).Count; index++)
            {
                var at = index;
                yield return new(
                    "dependency left out",
                    pipeline.Urn,
                    $"{title}: {name} no longer waits for {step["DependsOn"]![index]}",
                    inputs => Edit(inputs, name, one => one["DependsOn"]!.AsArray().RemoveAt(at))
                );
            }

            if (step.AsObject().ContainsKey("FailOnViolation"))
            {
                yield return new(
                    "FailOnViolation on",
                    pipeline.Urn,
                    $"{title}: {name} fails on violations",
                    inputs => Edit(inputs, name, one => one["FailOnViolation"] = true)
                );
            }
        }
    }

    /// <summary>Changes a step; a definition that has no such step (any more) stays as it is.</summary>
    private static void Edit(JsonObject inputs, string step, Action<JsonNode> change)
    {
        var definition = JsonNode.Parse(inputs[Input]!.ToString())!;
        if (definition["Steps"]!.AsArray().FirstOrDefault(one => one!["Name"]!.ToString() == step) is { } found)
        {
            change(found);
            inputs[Input] = definition.ToJsonString();
        }
    }
}
