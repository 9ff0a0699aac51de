using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.Alarms;

/// <summary>State of an alarm.</summary>
public sealed record AlarmStateDetail
{
    /// <summary><c>OK</c>, <c>ALARM</c> or <c>INSUFFICIENT_DATA</c>.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; init; }

    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>ISO 8601, as sent.</summary>
    [JsonPropertyName("timestamp")]
    public string? Timestamp { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
