using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>Paths into events as input paths, transformers and pipeline parameters use them: <c>$.detail.object.key</c>,
/// <c>$.resources[0]</c>.</summary>
internal static class EventPath
{
    /// <summary>What is at a path; null if nothing is.</summary>
    public static JsonNode? Find(JsonNode? root, string path)
    {
        var node = root;
        foreach (var part in path.TrimStart('$').Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? part : part[..bracket];
            node = name.Length == 0 ? node : (node as JsonObject)?[name];
            if (bracket >= 0)
            {
                var index = int.Parse(part[(bracket + 1)..].TrimEnd(']'), System.Globalization.CultureInfo.InvariantCulture);
                node = node is JsonArray list && index < list.Count ? list[index] : null;
            }
        }
        return node;
    }

    /// <summary>A value as text: strings bare, everything else as JSON.</summary>
    public static string Text(JsonNode? node) => node?.ToString() ?? "";
}
