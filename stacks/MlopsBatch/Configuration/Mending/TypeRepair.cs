using System.Reflection;
using System.Text.Json;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration.Mending;

/// <summary>A value of another kind than its setting needs, brought into that kind.</summary>
internal static class TypeRepair
{
    private static readonly string[] Yes = ["yes", "y", "on", "1"];
    private static readonly string[] No = ["no", "n", "off", "0"];

    /// <summary>A single value in place of another.</summary>
    public static IReadOnlyList<IReadOnlyList<ConfigEdit>> Scalar(SettingsPath path, Type type, JsonElement got)
    {
        if (got.ValueKind == JsonValueKind.Array)
        {
            // One entry in brackets, where no list is taken.
            return got.GetArrayLength() == 1 && IsScalar(got[0]) ? [[Put(path, type, got[0])]] : [];
        }

        if (!IsScalar(got))
        {
            return [];
        }

        var text = Text(got);
        if (type == typeof(string))
        {
            return [[new ConfigEdit.QuoteValue(path, text)]];
        }

        var values =
            type == typeof(bool) ? Truth(text.Trim())
            : type == typeof(int) || type == typeof(double) ? NumberRepair.Of(text)
            : [];
        return SettingsFaults.Sets(path, values);
    }

    /// <summary>A list in place of its only entry, or of a text with commas.</summary>
    public static IReadOnlyList<IReadOnlyList<ConfigEdit>> List(SettingsPath path, Type itemType, JsonElement got)
    {
        if (!IsScalar(got))
        {
            return [];
        }

        var parts = Text(got).Trim('[', ']', ' ').Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 0
            ? []
            :
            [
                [
                    new ConfigEdit.RemoveValue(path),
                    .. parts.Index().Select(part => Put(path.Index(part.Index), itemType, part.Item.Trim('"', '\''))),
                ],
            ];
    }

    /// <summary>A section in place of its first text: <c>training: data.csv</c> for <c>training: {key: data.csv}</c>.</summary>
    public static IReadOnlyList<IReadOnlyList<ConfigEdit>> Section(SettingsPath path, Type type, JsonElement got)
    {
        if (!IsScalar(got))
        {
            return [];
        }

        // "name data" where the colon of "name: data" was forgotten.
        if (
            Text(got).Split(' ', 2) is [{ Length: > 0 } key, var rest]
            && type.GetProperty(char.ToUpperInvariant(key[0]) + key[1..]) is { CanWrite: true }
        )
        {
            return [[new ConfigEdit.RemoveValue(path), Put(path.Key(key), typeof(string), rest.Trim())]];
        }

        var first = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .FirstOrDefault(property => property.CanWrite && property.PropertyType == typeof(string));
        return first is null
            ? []
            :
            [
                [
                    new ConfigEdit.RemoveValue(path),
                    Put(path.Key(JsonNamingPolicy.CamelCase.ConvertName(first.Name)), typeof(string), Text(got)),
                ],
            ];
    }

    private static ConfigEdit Put(SettingsPath path, Type type, JsonElement value) => Put(path, type, Text(value));

    private static ConfigEdit Put(SettingsPath path, Type type, string text) =>
        type == typeof(string) && ConfigTree.Typed(text).GetValueKind() != JsonValueKind.String
            ? new ConfigEdit.QuoteValue(path, text)
            : new ConfigEdit.SetValue(path, text);

    private static IEnumerable<string> Truth(string text) =>
        Yes.Contains(text, StringComparer.OrdinalIgnoreCase) ? ["true"]
        : No.Contains(text, StringComparer.OrdinalIgnoreCase) ? ["false"]
        : Spelling.Nearest(text, ["true", "false"]) is { } nearest ? [nearest]
        : [];

    private static bool IsScalar(JsonElement json) =>
        json.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    private static string Text(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
}
