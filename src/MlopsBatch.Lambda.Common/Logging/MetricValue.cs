using System.Text.Json;
using MlopsBatch.Events.Functions;

namespace MlopsBatch.Lambda.Common.Logging;

/// <summary>One metric of a log line, in the namespace <see cref="FunctionMetrics.Namespace"/>.</summary>
/// <param name="Name">One of <see cref="FunctionMetrics"/>.</param>
/// <param name="Value">The value; finite.</param>
/// <param name="Unit">A CloudWatch unit: <c>Count</c> or <c>None</c> here.</param>
/// <param name="Dimensions">Name and value of each dimension, all of them together.</param>
public sealed record MetricValue(string Name, double Value, string Unit, params IReadOnlyList<KeyValuePair<string, string>> Dimensions)
{
    // CloudWatch refuses a dimension value above this length, an empty one, and one that isn't ASCII.
    private const int MaxDimensionLength = 1024;

    /// <summary>Adds 1 to a counter.</summary>
    public static MetricValue Count(string name, params IReadOnlyList<KeyValuePair<string, string>> dimensions) =>
        new(name, 1, "Count", dimensions);

    internal static void WriteAll(Utf8JsonWriter json, IReadOnlyList<MetricValue> metrics, DateTimeOffset now)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", now.ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        foreach (var metric in metrics)
        {
            metric.WriteDirective(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        foreach (var metric in metrics)
        {
            metric.WriteValues(json);
        }
    }

    private static string Dimension(string value)
    {
        var ascii = new string([.. value.Take(MaxDimensionLength).Select(c => c is >= ' ' and <= '~' ? c : '?')]).Trim();
        return ascii.Length == 0 ? "?" : ascii;
    }

    private void WriteDirective(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("Namespace", FunctionMetrics.Namespace);
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        foreach (var dimension in Dimensions)
        {
            json.WriteStringValue(dimension.Key);
        }

        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        json.WriteStartObject();
        json.WriteString("Name", Name);
        json.WriteString("Unit", Unit);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteValues(Utf8JsonWriter json)
    {
        json.WriteNumber(Name, Value);
        foreach (var dimension in Dimensions)
        {
            json.WriteString(dimension.Key, Dimension(dimension.Value));
        }
    }
}
