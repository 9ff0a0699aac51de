using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration.Mending;

/// <summary>A stack's configuration in memory, changed as the Pulumi CLI would change its file.</summary>
public static class ConfigTree
{
    /// <summary>The settings and the region as one tree, whose keys are the first steps of paths.</summary>
    public static JsonObject Of(JsonNode? settings, string region) =>
        new() { [SettingsPath.Region.Text] = region, [SettingsPath.Root.Text] = settings?.DeepClone() };

    /// <summary>A changed copy; null if one of the edits can't be made there.</summary>
    public static JsonObject? Changed(JsonObject tree, IEnumerable<ConfigEdit> edits)
    {
        var copy = (JsonObject)tree.DeepClone();
        return edits.All(edit => Apply(copy, edit)) ? copy : null;
    }

    /// <summary>How the CLI stores what is typed: true, false and whole numbers as such, anything else as text.</summary>
    public static JsonNode Typed(string value) =>
        value is "true" or "false" ? JsonValue.Create(value == "true")
        : value is ['0', _, ..] ? JsonValue.Create(value)
        : long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole)
        : JsonValue.Create(value);

    /// <summary>What stands at a path, if there is something.</summary>
    public static bool TryGet(JsonNode? tree, SettingsPath path, out JsonNode? value)
    {
        value = tree;
        foreach (var step in path.Steps())
        {
            if (value is JsonObject map && step is string name && map.TryGetPropertyValue(name, out var inner))
            {
                value = inner;
            }
            else if (value is JsonArray list && step is int index && index < list.Count)
            {
                value = list[index];
            }
            else
            {
                value = null;
                return false;
            }
        }

        return true;
    }

    private static bool Apply(JsonObject tree, ConfigEdit edit) =>
        edit switch
        {
            ConfigEdit.SetValue set => Put(tree, set.Path, Typed(set.Value)),
            ConfigEdit.QuoteValue quote => Put(tree, quote.Path, JsonValue.Create(quote.Value)),
            ConfigEdit.RemoveValue remove => Take(tree, remove.Path),
            ConfigEdit.MoveValue move => TryGet(tree, move.Path, out var value)
                && !TryGet(tree, move.To, out _)
                && Take(tree, move.Path)
                && Put(tree, move.To, value?.DeepClone()),
            _ => false,
        };

    private static bool Take(JsonObject tree, SettingsPath path)
    {
        if (!TryGet(tree, path, out _) || !TryGet(tree, path.Parent(), out var parent))
        {
            return false;
        }

        switch (path.Steps()[^1])
        {
            case string name when parent is JsonObject map:
                return map.Remove(name);
            case int index when parent is JsonArray list:
                list.RemoveAt(index);
                return true;
            default:
                return false;
        }
    }

    private static bool Put(JsonObject tree, SettingsPath path, JsonNode? value)
    {
        JsonNode? at = tree;
        var steps = path.Steps();
        foreach (var (depth, step) in steps.Index())
        {
            var isLast = depth == steps.Count - 1;
            JsonNode? Fresh() => isLast ? value : steps[depth + 1] is int ? new JsonArray() : new JsonObject();
            switch (step)
            {
                case string name when at is JsonObject map:
                    if (isLast || map[name] is null)
                    {
                        map[name] = Fresh();
                    }

                    at = map[name];
                    break;
                case int index when at is JsonArray list && index <= list.Count:
                    if (index == list.Count)
                    {
                        list.Add(Fresh());
                    }
                    else if (isLast || list[index] is null)
                    {
                        list[index] = Fresh();
                    }

                    at = list[index];
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
