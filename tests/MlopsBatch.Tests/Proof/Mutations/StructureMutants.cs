using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Proof.Mutations;

/// <summary>Faults in what isn't a policy: a resource, an input, a leaf of a pattern, a wait or a protection lost or altered.</summary>
internal static class StructureMutants
{
    /// <summary>Texts for people, which no machine acts on, and what other tests read: code, definitions.</summary>
    private static readonly string[] ForPeople =
    [
        "tags",
        "description",
        "displayName",
        "alarmDescription",
        "modelPackageGroupDescription",
        "sourceCodeHash",
        "pipelineDefinition",
        "pipelineDisplayName",
        "pipelineDescription",
    ];

    public static IEnumerable<Mutant> Of(DeclaredGraph graph) =>
        graph
            .Resources.Where(resource => !resource.IsComponent)
            .SelectMany(resource => Of(graph, resource))
            .Concat(Swaps(graph, "swap targets", ResourceTypes.Target, "rule"))
            .Concat(Swaps(graph, "swap targets", ResourceTypes.Target, "arn"))
            .Concat(Swaps(graph, "swap targets", ResourceTypes.Subscription, "topic"))
            .Concat(Swaps(graph, "swap targets", ResourceTypes.Alarm, "dimensions"))
            .Concat(SwappedVariables(graph));

    /// <summary>Two resources that have each other's value: each exists, so nothing is missing and all is wired wrong.</summary>
    private static IEnumerable<Mutant> Swaps(DeclaredGraph graph, string kind, string type, string input)
    {
        var all = graph.OfType(type).Where(resource => resource.Inputs[input] is not null).ToList();
        return all.SelectMany(
            (one, index) =>
                all.Skip(index + 1)
                    .Where(other => !JsonNode.DeepEquals(one.Inputs[input], other.Inputs[input]))
                    .Select(other => new Mutant(
                        kind,
                        $"{one.Title} and {other.Title} by {input}",
                        graph
                            .With(one.WithInput(input, other.Inputs[input]!.DeepClone()))
                            .With(other.WithInput(input, one.Inputs[input]!.DeepClone()))
                    ))
        );
    }

    /// <summary>Two topics of a function, or whatever else its environment tells it, in each other's place.</summary>
    private static IEnumerable<Mutant> SwappedVariables(DeclaredGraph graph) =>
        from function in graph.OfType(ResourceTypes.Function)
        let variables = function.Inputs["environment"]!["variables"]!.AsObject()
        from one in variables
        from other in variables
        where string.CompareOrdinal(one.Key, other.Key) < 0
        select new Mutant(
            "swap variables",
            $"{function.Title} {one.Key} and {other.Key}",
            graph.With(function.WithInput("environment", Swapped(function.Inputs["environment"]!, one.Key, other.Key)))
        );

    private static JsonNode Swapped(JsonNode environment, string one, string other)
    {
        var copy = environment.DeepClone();
        var variables = copy["variables"]!;
        (variables[one], variables[other]) = (variables[other]!.DeepClone(), variables[one]!.DeepClone());
        return copy;
    }

    private static IEnumerable<Mutant> Of(DeclaredGraph graph, RecordedResource resource)
    {
        yield return new("drop resource", resource.Title, graph with { Resources = graph.Resources.Remove(resource) });
        yield return new("turn protection", resource.Title, graph.With(resource with { Protect = !resource.Protect }));
        foreach (var urn in resource.DependsOn)
        {
            yield return new(
                "drop dependency",
                $"{resource.Title} after {urn.Split("::")[^1]}",
                graph.With(resource with { DependsOn = resource.DependsOn.Remove(urn) })
            );
        }

        var policy = DeclaredPolicy.Inputs.TryGetValue(resource.Type, out var of) ? of.Input : null;
        foreach (var input in resource.Inputs.Where(one => one.Key != policy && !ForPeople.Contains(one.Key)))
        {
            foreach (var mutant in OfInput(graph, resource, input.Key))
            {
                yield return mutant;
            }
        }
    }

    private static IEnumerable<Mutant> OfInput(DeclaredGraph graph, RecordedResource resource, string input)
    {
        var (kind, node, write) = Document(resource, input);
        foreach (var path in Paths(node))
        {
            var leaf = At(node, path)!;
            var title = $"{resource.Title} {input}{string.Concat(path.Select(step => $".{step}"))}";
            if (path.Count == 0 || At(node, path[..^1]) is JsonObject or JsonArray { Count: > 1 })
            {
                var without = path.Count == 0 ? null : Without(node, path);
                yield return new($"drop {kind}", $"{title} = {leaf}", graph.With(write(without)));
            }

            var altered = Altered(leaf);
            yield return new(
                $"alter {kind}",
                $"{title} = {leaf} to {altered}",
                graph.With(write(path.Count == 0 ? altered : With(node, path, altered)))
            );
        }
    }

    /// <summary>The input as JSON whose leaves count: a pattern and the functions' settings are JSON in a text.</summary>
    private static (string Kind, JsonNode Node, Func<JsonNode?, RecordedResource> Write) Document(RecordedResource resource, string input)
    {
        var node = resource.Inputs[input]!;
        if (input == "eventPattern")
        {
            return ("pattern", JsonNode.Parse(node.ToString())!, changed => resource.WithInput(input, changed?.ToJsonString()));
        }

        if (input != "code")
        {
            return ("input", node.DeepClone(), changed => resource.WithInput(input, changed));
        }

        return node["archive"] is JsonObject files && files["settings.json"] is { } settings
            ? ("setting", JsonNode.Parse(settings.ToString())!, changed => WithSettings(resource, changed!))
            : ("setting", new JsonObject(), _ => resource);
    }

    private static RecordedResource WithSettings(RecordedResource layer, JsonNode settings)
    {
        var code = layer.Inputs["code"]!.DeepClone();
        code["archive"]!["settings.json"] = settings.ToJsonString();
        return layer.WithInput("code", code);
    }

    private static IEnumerable<List<string>> Paths(JsonNode? node) =>
        node switch
        {
            JsonObject map => map.SelectMany(entry => Paths(entry.Value).Select(path => (List<string>)[entry.Key, .. path])),
            JsonArray list => list.SelectMany(
                (item, index) => Paths(item).Select(path => (List<string>)[index.ToString(CultureInfo.InvariantCulture), .. path])
            ),
            null => [],
            _ =>
            [
                [],
            ],
        };

    private static JsonNode? At(JsonNode? node, IEnumerable<string> path) => path.Aggregate(node, Child);

    private static JsonNode? Child(JsonNode? node, string step) =>
        node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : node![step];

    private static JsonNode Without(JsonNode node, List<string> path)
    {
        var copy = node.DeepClone();
        switch (At(copy, path[..^1]))
        {
            case JsonArray list:
                list.RemoveAt(int.Parse(path[^1], CultureInfo.InvariantCulture));
                break;
            case JsonObject map:
                map.Remove(path[^1]);
                break;
        }

        return copy;
    }

    private static JsonNode With(JsonNode node, List<string> path, JsonNode value)
    {
        var copy = node.DeepClone();
        switch (At(copy, path[..^1]))
        {
            case JsonArray list:
                list[int.Parse(path[^1], CultureInfo.InvariantCulture)] = value;
                break;
            case JsonObject map:
                map[path[^1]] = value;
                break;
        }

        return copy;
    }

    private static JsonNode Altered(JsonNode leaf) =>
        leaf.GetValueKind() switch
        {
            JsonValueKind.True => false,
            JsonValueKind.False => true,
            JsonValueKind.Number => decimal.Parse(leaf.ToJsonString(), CultureInfo.InvariantCulture) + 1,
            _ => $"{leaf}x",
        };
}
