using System.Text.Json;

namespace MlopsBatch.Offline;

/// <summary>
/// Members of JSON objects as the SDK shows them: absent or null is null, also as an element of a list or a map; a number where a
/// text is due is its text; a time is in seconds since 1970, UTC.
/// </summary>
internal static class JsonMembers
{
    public static string? Text(this JsonElement owner, string name) => owner.Member(name) is { } value ? Text(value) : null;

    public static int? Number(this JsonElement owner, string name) => owner.Member(name)?.GetInt32();

    public static DateTime? Time(this JsonElement owner, string name) =>
        owner.Member(name) is { } seconds ? DateTime.UnixEpoch.AddSeconds(seconds.GetDouble()) : null;

    public static T? Object<T>(this JsonElement owner, string name, Func<JsonElement, T> read)
        where T : class => owner.Member(name) is { } value ? read(value) : null;

    public static List<T>? List<T>(this JsonElement owner, string name, Func<JsonElement, T> read) =>
        owner.Member(name) is { } value ? [.. value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? default! : read(item))] : null;

    public static Dictionary<string, string>? Map(this JsonElement owner, string name) =>
        owner.Member(name) is { } value
            ? value.EnumerateObject().ToDictionary(pair => pair.Name, pair => Text(pair.Value)!)
            : null;

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };

    private static JsonElement? Member(this JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Number(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Time(this Utf8JsonWriter json, string name, DateTime? value)
    {
        if (value is { } time)
        {
            json.WriteNumber(name, Math.Round((time.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds, 3));
        }
    }

    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string>? values)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    public static void Map(this Utf8JsonWriter json, string name, Dictionary<string, string>? values)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }
}
