using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.Monitoring;

/// <summary>One violated constraint.</summary>
public sealed record ConstraintViolation
{
    /// <summary>The feature, for data quality.</summary>
    [JsonPropertyName("feature_name")]
    public string? FeatureName { get; init; }

    /// <summary>The metric, for model quality.</summary>
    [JsonPropertyName("metric_name")]
    public string? MetricName { get; init; }

    /// <summary>One of <see cref="ViolationKinds"/>, or an operator for model quality. Logic keys on this, never on the text.</summary>
    [JsonPropertyName("constraint_check_type")]
    public string? CheckType { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>The drift distance that the description states (<c>… distance: 0.31 exceeds threshold: 0.1</c>), or null.</summary>
    [JsonIgnore]
    public double? Distance => CheckType == ViolationKinds.BaselineDrift ? NumberAfter("distance") : null;

    /// <summary>The bound that the description states, or null.</summary>
    [JsonIgnore]
    public double? Threshold => CheckType == ViolationKinds.BaselineDrift ? NumberAfter("threshold") : null;

    private double? NumberAfter(string word)
    {
        var at = Description?.IndexOf(word, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
        {
            return null;
        }

        var rest = Description.AsSpan(at + word.Length);
        var start = rest.IndexOfAnyInRange('0', '9');
        if (start < 0 || rest[..start].IndexOfAnyInRange('a', 'z') >= 0)
        {
            return null;
        }

        rest = rest[start..];
        var end = rest.IndexOfAnyExcept("0123456789.eE+-");
        var text = (end < 0 ? rest : rest[..end]).TrimEnd(".+-eE");
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;
    }
}
