using System.Globalization;
using System.Text.Json;

namespace MlopsBatch.Configuration.Binding;

/// <summary>
/// Reads single values. <c>pulumi config set --path</c> stores decimals as text, so numbers and booleans may come quoted.
/// </summary>
internal static class Scalars
{
    public static bool TryRead(Type type, JsonElement json, bool anyScalar, out object value)
    {
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
        value = text;
        if (json.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            return false;
        }

        if (type == typeof(string))
        {
            return anyScalar || json.ValueKind == JsonValueKind.String;
        }

        if (type == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return Take(whole, out value);
        }

        if (
            type == typeof(double)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
        )
        {
            return Take(number, out value);
        }

        if (type == typeof(bool) && bool.TryParse(text, out var truth))
        {
            return Take(truth, out value);
        }

        return type.IsEnum && Names(type).TryGetValue(text, out var member) && Take(member, out value);
    }

    public static string Describe(Type type) =>
        type switch
        {
            _ when type == typeof(int) => "a whole number",
            _ when type == typeof(double) => "a number",
            _ when type == typeof(bool) => "true or false",
            _ => "a text",
        };

    public static IReadOnlyList<string> Choices(Type type) => [.. Names(type).Keys];

    public static string ExampleOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(bool) ? "true"
            : plain.IsEnum ? Names(plain).Keys.First()
            : plain == typeof(string) ? "text"
            : "{}";
    }

    public static string Show(JsonElement json)
    {
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
        return text.Length <= 80 ? text : $"{text[..77]}...";
    }

    private static Dictionary<string, object> Names(Type type) =>
        Enum.GetValues(type).Cast<object>().ToDictionary(member => JsonNamingPolicy.CamelCase.ConvertName(member.ToString()!));

    private static bool Take(object read, out object value)
    {
        value = read;
        return true;
    }
}
