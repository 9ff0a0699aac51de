using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlopsBatch.Pipelines.Definition;

/// <summary>Builds JSON trees; members that are null are left out.</summary>
internal static class Json
{
    /// <summary>On one line, with letters of any language as they are.</summary>
    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Object(params IEnumerable<(string Name, JsonNode? Value)> members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                result.Add(name, value);
            }
        }

        return result;
    }

    public static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];

    public static JsonArray Array(IEnumerable<string> items) => [.. items.Select(item => (JsonNode)item)];

    /// <summary>A map, its keys sorted.</summary>
    public static JsonObject Map(IReadOnlyDictionary<string, string> map) =>
        Object(map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, (JsonNode?)pair.Value)));

    public static JsonObject Get(string reference) => Object(("Get", reference));

    public static JsonNode Scalar<T>(T value)
        where T : notnull =>
        value switch
        {
            string text => text,
            bool flag => flag,
            int number => number,
            double number => Float(number),
            _ => throw new NotSupportedException($"A definition holds no literals of type {typeof(T).Name}."),
        };

    /// <summary>A Float keeps its point (10.0, not 10), as in the definitions that SageMaker's SDK writes.</summary>
    private static JsonNode Float(double number)
    {
        if (!double.IsFinite(number))
        {
            throw new ArgumentException($"{number} is no number that JSON can hold.");
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return JsonNode.Parse(text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text)!;
    }
}
