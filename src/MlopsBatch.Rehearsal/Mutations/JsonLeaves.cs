using System.Text.Json.Nodes;

namespace MlopsBatch.Rehearsal.Mutations;

/// <summary>The texts at the ends of a JSON document.</summary>
internal static class JsonLeaves
{
    /// <summary>The way to each text: names of properties and positions of elements.</summary>
    public static IEnumerable<IReadOnlyList<object>> PathsOf(JsonNode node) => PathsOf(node, []);

    public static string Name(IReadOnlyList<object> path) => string.Join('.', path);

    /// <summary>The document with one text made longer.</summary>
    public static string Altered(string json, IReadOnlyList<object> path, string suffix)
    {
        var root = JsonNode.Parse(json)!;
        var parent = path.Take(path.Count - 1).Aggregate(root, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (path[^1] is int last)
        {
            parent[last] = parent[last]!.ToString() + suffix;
        }
        else
        {
            parent[(string)path[^1]] = parent[(string)path[^1]]!.ToString() + suffix;
        }

        return root.ToJsonString();
    }

    private static IEnumerable<IReadOnlyList<object>> PathsOf(JsonNode? node, IReadOnlyList<object> path) =>
        node switch
        {
            JsonObject map => map.SelectMany(entry => PathsOf(entry.Value, [.. path, entry.Key])),
            JsonArray list => list.SelectMany((item, index) => PathsOf(item, [.. path, index])),
            JsonValue value when value.TryGetValue<string>(out _) => [path],
            _ => [],
        };
}
