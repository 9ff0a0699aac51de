using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.EventBridge;

/// <summary>What EventBridge delivers: the envelope that every event shares around a <typeparamref name="TDetail"/>.</summary>
/// <remarks>Source: EventBridge user guide, "AWS service event metadata". Every field is optional here, because a handler
/// must be able to report an event that lacks one.</remarks>
public sealed record EventBridgeEvent<TDetail>
    where TDetail : class
{
    [JsonPropertyName("version")]
    public string? Version { get; init; }

    /// <summary>The same for every delivery of this event; deliveries are at-least-once.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>One of <see cref="DetailTypes"/> for the events that are understood.</summary>
    [JsonPropertyName("detail-type")]
    public string? DetailType { get; init; }

    /// <summary>One of <see cref="EventSources"/> for the events that are understood.</summary>
    [JsonPropertyName("source")]
    public string? Source { get; init; }

    [JsonPropertyName("account")]
    public string? Account { get; init; }

    /// <summary>ISO 8601, as sent.</summary>
    [JsonPropertyName("time")]
    public string? Time { get; init; }

    [JsonPropertyName("region")]
    public string? Region { get; init; }

    [JsonPropertyName("resources")]
    public IReadOnlyList<string>? Resources { get; init; }

    [JsonPropertyName("detail")]
    public TDetail? Detail { get; init; }

    /// <summary>Fields that this version doesn't know, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
