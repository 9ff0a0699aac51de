using System.Text.Json.Nodes;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Configuration;

/// <summary>A stack's file with one setting damaged, as people damage them.</summary>
internal static class SettingsDamage
{
    public const int Kinds = 16;

    public static string Make(string stack, int place, int kind, int letter)
    {
        var file = StackFile.Read(TestStacks.Root, stack);
        var settings = TestStacks.Settings(stack);
        var places = Places(settings, SettingsPath.Root).ToList();
        var (parent, step, value) = places[place % places.Count];
        var text = value is JsonValue ? value.ToString() : "";
        JsonNode? changed = kind switch
        {
            // Spelling.
            0 => Text(Swapped(text, letter)),
            1 => Text(text.Length > 1 ? text.Remove(letter % text.Length, 1) : text),
            2 => Text(text.ToUpperInvariant()),
            3 => Text($" {text} "),
            4 => Text($"{text}/"),
            5 => Text($"s3://{text}/"),
            // Type.
            6 => new JsonArray(value?.DeepClone()),
            7 => Text($"{text}%"),
            8 => Text("yes"),
            9 => new JsonObject(),
            // Range.
            10 => JsonValue.Create(-1),
            11 => JsonValue.Create(1_000_000_000),
            _ => null,
        };
        switch (kind)
        {
            case < 12:
                Put(parent, step, changed);
                break;
            case 12:
                // Missing.
                Drop(parent, step);
                break;
            case 13 when parent is JsonObject map && step is string name:
                Rename(map, name, Swapped(name, letter));
                break;
            case 14 when parent is JsonObject map && step is string name:
                Rename(map, name, Snake(name));
                break;
            default:
                // One too many.
                if (parent is JsonObject all)
                {
                    all["surplus"] = "value";
                }
                else
                {
                    ((JsonArray)parent).Add(value?.DeepClone());
                }

                break;
        }

        return SettingsYaml.Write(file.Region, settings);
    }

    private static IEnumerable<(JsonNode Parent, object Step, JsonNode? Value)> Places(JsonNode node, SettingsPath path) =>
        node switch
        {
            JsonObject map => map.SelectMany(entry =>
                Inside(entry.Value, path.Key(entry.Key)).Prepend((map, entry.Key, entry.Value))
            ),
            JsonArray list => list.Index().SelectMany(entry =>
                Inside(entry.Item, path.Index(entry.Index)).Prepend((list, entry.Index, entry.Item))
            ),
            _ => [],
        };

    private static IEnumerable<(JsonNode Parent, object Step, JsonNode? Value)> Inside(JsonNode? node, SettingsPath path) =>
        node is null ? [] : Places(node, path);

    private static JsonValue Text(string text) => JsonValue.Create(text);

    private static string Swapped(string text, int letter)
    {
        if (text.Length < 2)
        {
            return text;
        }

        var at = letter % (text.Length - 1);
        var letters = text.ToCharArray();
        (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
        return new(letters);
    }

    private static string Snake(string name) =>
        string.Concat(name.Select(sign => char.IsUpper(sign) ? $"_{char.ToLowerInvariant(sign)}" : $"{sign}"));

    private static void Rename(JsonObject map, string name, string to)
    {
        var value = map[name]?.DeepClone();
        map.Remove(name);
        map[to] = value;
    }

    private static void Put(JsonNode parent, object step, JsonNode? value)
    {
        if (step is string name)
        {
            parent[name] = value;
        }
        else
        {
            parent[(int)step] = value;
        }
    }

    private static void Drop(JsonNode parent, object step)
    {
        if (step is string name)
        {
            ((JsonObject)parent).Remove(name);
        }
        else
        {
            ((JsonArray)parent).RemoveAt((int)step);
        }
    }
}
