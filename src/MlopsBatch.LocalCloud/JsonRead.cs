using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud;

/// <summary>Short ways into JSON whose shape has been checked.</summary>
internal static class JsonRead
{
    /// <summary>The member at a path of names, or null.</summary>
    public static JsonNode? At(this JsonNode? node, params string[] path)
    {
        foreach (var name in path)
        {
            node = (node as JsonObject)?[name];
        }
        return node;
    }

    public static string? Text(this JsonNode? node, params string[] path) => node.At(path)?.ToString();

    public static IEnumerable<JsonObject> Objects(this JsonNode? node, params string[] path) =>
        (node.At(path) as JsonArray ?? []).OfType<JsonObject>();

    public static IEnumerable<string> Texts(this JsonNode? node, params string[] path) =>
        (node.At(path) as JsonArray ?? []).Select(item => item!.ToString());

    public static IReadOnlyDictionary<string, string> Map(this JsonNode? node, params string[] path) =>
        (node.At(path) as JsonObject ?? []).ToDictionary(p => p.Key, p => p.Value!.ToString(), StringComparer.Ordinal);

    public static int? Integer(this JsonNode? node, params string[] path) =>
        node.At(path) is { } value ? int.Parse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture) : null;

    public static bool Flag(this JsonNode? node, params string[] path) => node.At(path)?.GetValueKind() == JsonValueKind.True;

    public static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}
