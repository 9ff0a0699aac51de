using System.Text.Json;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Lambda.Notifications.Text;

/// <summary>A metric beside its threshold and naive baseline, in words.</summary>
internal sealed record MetricFigures(string Name, double? Value, double? Threshold, double? Naive)
{
    /// <summary><c>mse 4.52 (threshold 10)</c>.</summary>
    public string Short =>
        Threshold is { } threshold ? $"{Name} {Text(threshold)} (threshold {Bound(threshold)})" : $"{Name} {Text()}";

    /// <summary><c>mse 4.52, threshold 10 (lower is better)</c>. Whether it is met is the pipeline's to say.</summary>
    public string Long =>
        Threshold is { } threshold
            ? $"{Name} {Text(threshold)}, threshold {Bound(threshold)}{Better}"
            : $"{Name} {Text()}";

    /// <summary><c>mse 10.3, …</c>: what it is depends on the metric, and the evaluation script knows.</summary>
    public string? NaiveWords =>
        Naive is { } naive ? $"{Name} {Figures.Number(naive, Value)}, what the best answer without any feature would reach" : null;

    private string Better =>
        !Metric.TryParse(Name, out var metric) ? ""
        : metric.Direction == MetricDirection.LowerIsBetter ? " (lower is better)"
        : " (higher is better)";

    /// <summary>
    /// From a report: <c>{"name":…,"value":…,"threshold":…,"naive":…}</c>, or with <c>metric</c> for the name; null
    /// without a value.
    /// </summary>
    public static MetricFigures? Read(JsonElement json, string? name) =>
        json.ValueKind == JsonValueKind.Object && Number(json, "value") is { } value
            ? new MetricFigures(NameOf(json) ?? name ?? "metric", value, Number(json, "threshold"), Number(json, "naive"))
            : null;

    /// <summary>From a version's metadata; null if it has no figures.</summary>
    public static MetricFigures? Read(IReadOnlyDictionary<string, string>? metadata) =>
        metadata?.GetValueOrDefault(MetadataKeys.Metric) is { } name && metadata.ContainsKey(MetadataKeys.MetricValue)
            ? new MetricFigures(
                name,
                Figures.Parse(metadata[MetadataKeys.MetricValue]),
                Figures.Parse(metadata.GetValueOrDefault(MetadataKeys.Threshold)),
                Figures.Parse(metadata.GetValueOrDefault(MetadataKeys.NaiveValue))
            )
            : null;

    private string Text(double? beside = null) => Value is { } number ? Figures.Number(number, beside) : "unknown";

    private static string? NameOf(JsonElement json) =>
        (json.TryGetProperty("name", out var name) || json.TryGetProperty("metric", out name)) && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;

    private static double? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var found)
        && found.ValueKind == JsonValueKind.Number
        && found.TryGetDouble(out var value)
        // JSON allows 1e999, which no double holds.
        && double.IsFinite(value)
            ? value
            : null;

    /// <summary>Where the value can only be told from it as <c>&lt;</c> or <c>&gt;</c> it, it stands for itself.</summary>
    private string Bound(double threshold) =>
        Text(threshold) is ['<' or '>', ..] ? Figures.Number(threshold) : Figures.Number(threshold, Value);
}
