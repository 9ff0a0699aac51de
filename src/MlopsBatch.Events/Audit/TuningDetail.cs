using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.Audit;

/// <summary>
/// Detail of <see cref="EventBridge.DetailTypes.TuningRequested"/>, of which a rule makes the first two fields, and of our own
/// audit events <see cref="EventBridge.DetailTypes.TuningStarted"/> and <see cref="EventBridge.DetailTypes.TuningSkipped"/>, which
/// have all of them.
/// </summary>
public sealed record TuningDetail
{
    /// <summary>Name of the pipeline that tunes.</summary>
    [JsonPropertyName("pipeline")]
    public string? Pipeline { get; init; }

    /// <summary>ARN of the execution whose batch showed the violated quality; of whatever account.</summary>
    [JsonPropertyName("violatedBy")]
    public string? ViolatedBy { get; init; }

    /// <summary>The model's name in the settings.</summary>
    [JsonPropertyName("model")]
    public string? Model { get; init; }

    /// <summary>ARN of the tuning that has begun within the cooldown: the one that was started, or because of which none was.</summary>
    [JsonPropertyName("latestTuning")]
    public string? LatestTuning { get; init; }

    /// <summary>How it stands or ended, such as <c>Failed</c>: a tuning that failed counts, too.</summary>
    [JsonPropertyName("latestTuningStatus")]
    public string? LatestTuningStatus { get; init; }

    /// <summary>When it began, ISO 8601.</summary>
    [JsonPropertyName("latestTuningStarted")]
    public string? LatestTuningStarted { get; init; }

    /// <summary>When a violation may start the next one, ISO 8601.</summary>
    [JsonPropertyName("cooldownEnds")]
    public string? CooldownEnds { get; init; }

    /// <summary>Days that lie between two tunings at least.</summary>
    [JsonPropertyName("cooldownDays")]
    public int? CooldownDays { get; init; }

    /// <summary>Id of the event of the violation; the same for a repeated delivery.</summary>
    [JsonPropertyName("causeEventId")]
    public string? CauseEventId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
