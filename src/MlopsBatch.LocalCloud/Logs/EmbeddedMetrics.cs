using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.CloudWatch;

namespace MlopsBatch.LocalCloud.Logs;

/// <summary>
/// Metrics that stand in log lines in the embedded metric format.
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
/// </summary>
internal static class EmbeddedMetrics
{
    private const string Marker = "\"_aws\"";

    public static IEnumerable<(CloudWatchMetric Metric, double Value)> In(string line)
    {
        if (!line.Contains(Marker, StringComparison.Ordinal) || Parse(line) is not { } root)
        {
            yield break;
        }
        foreach (var directive in root["_aws"].Objects("CloudWatchMetrics"))
        {
            foreach (var names in (directive["Dimensions"] as JsonArray ?? []).OfType<JsonArray>())
            {
                var dimensions = names.Select(name => (Name: name!.ToString(), Value: root.Text(name!.ToString()) ?? "")).ToArray();
                foreach (var name in directive.Objects("Metrics").Select(metric => metric.Text("Name")!))
                {
                    foreach (var value in Values(root[name]))
                    {
                        yield return (new CloudWatchMetric(directive.Text("Namespace")!, name, dimensions), value);
                    }
                }
            }
        }
    }

    private static IEnumerable<double> Values(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.SelectMany(Values),
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => [value.GetValue<JsonElement>().GetDouble()],
            _ => [],
        };

    private static JsonObject? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            // A line that only looks like one is a line.
            return null;
        }
    }
}
