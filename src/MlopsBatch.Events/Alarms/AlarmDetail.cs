using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.Alarms;

/// <summary>Detail of <see cref="EventBridge.DetailTypes.AlarmStateChange"/>.</summary>
/// <remarks>Source: CloudWatch user guide, "Alarm events and EventBridge". The product's own alarms go straight to SNS;
/// this is for a rule of someone's own.</remarks>
public sealed record AlarmDetail
{
    [JsonPropertyName("alarmName")]
    public string? AlarmName { get; init; }

    [JsonPropertyName("state")]
    public AlarmStateDetail? State { get; init; }

    [JsonPropertyName("previousState")]
    public AlarmStateDetail? PreviousState { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
