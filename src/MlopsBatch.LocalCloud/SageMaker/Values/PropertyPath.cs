using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Values;

/// <summary>
/// Paths such as <c>Outputs['train'].S3Output.S3Uri</c> or <c>TrainingJobSummaries[0].TrainingJobName</c>, in
/// references to step properties and in <c>Std:JsonGet</c>.
/// </summary>
internal static class PropertyPath
{
    /// <summary>What names an element of a list of structures, by API.</summary>
    private static readonly string[] NameMembers = ["OutputName", "InputName", "ChannelName", "MetricName", "Name"];

    /// <summary>Splits a path; false if its brackets or dots make no sense.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out IReadOnlyList<PathSegment>? path)
    {
        path = null;
        var segments = new List<PathSegment>();
        var i = 0;
        while (i < text.Length)
        {
            if (text[i] == '[')
            {
                var end = text.IndexOf(']', i);
                if (end < 0 || !TryBracket(text[(i + 1)..end], out var segment))
                {
                    return false;
                }
                segments.Add(segment);
                i = end + 1;
            }
            else
            {
                var start = segments.Count > 0 && text[i] == '.' ? i + 1 : i;
                var end = text.AsSpan(start).IndexOfAny('.', '[');
                var name = end < 0 ? text[start..] : text[start..(start + end)];
                if (name.Length == 0 || (segments.Count > 0 && start == i))
                {
                    return false;
                }
                segments.Add(new PathSegment(name, null, false));
                i = start + name.Length;
            }
        }
        path = segments;
        return segments.Count > 0;
    }

    /// <summary>The value at a path; false if there is none.</summary>
    public static bool TryFollow(JsonNode? root, IEnumerable<PathSegment> path, out JsonNode? value)
    {
        value = root;
        foreach (var segment in path)
        {
            switch (value)
            {
                case JsonObject item when segment.Name is { } name && item.TryGetPropertyValue(name, out var member):
                    value = member;
                    break;
                case JsonArray items when segment.Index is { } index && index < items.Count:
                    value = items[index];
                    break;
                case JsonArray items when segment.IsKey && Named(items, segment.Name!) is { } element:
                    value = element;
                    break;
                default:
                    return false;
            }
        }
        return true;
    }

    private static JsonNode? Named(JsonArray items, string name) =>
        items.FirstOrDefault(item =>
            item is JsonObject element
            && NameMembers.Any(member => element[member] is JsonValue value && value.TryGetValue<string>(out var text) && text == name)
        );

    private static bool TryBracket(string inner, out PathSegment segment)
    {
        if (int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            segment = new PathSegment(null, index, false);
            return true;
        }
        var quoted = inner.Length > 2 && inner[0] == inner[^1] && inner[0] is '\'' or '"';
        segment = quoted ? new PathSegment(inner[1..^1], null, true) : default;
        return quoted;
    }
}
