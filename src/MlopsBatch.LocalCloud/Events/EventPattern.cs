using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>
/// An EventBridge event pattern: parsed once, then matched against any number of events.
/// Semantics: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
/// </summary>
/// <remarks>
/// Different fields of a pattern must all match; of a field's list one entry must. Only leaf values match, on the
/// JSON text (300 and 300.0 differ), and an array matches if any element does. Fields under an array of objects must
/// match in the same element.
/// </remarks>
public sealed class EventPattern
{
    private readonly PatternNode _root;

    private EventPattern(string json, PatternNode root, int wildcards)
    {
        Json = json;
        _root = root;
        WildcardCount = wildcards;
    }

    /// <summary>The pattern's text, as it was given.</summary>
    public string Json { get; }

    /// <summary>How many wildcard filters it has; rules that have any are limited per bus (see <see cref="EventBusQuotas"/>).</summary>
    public int WildcardCount { get; }

    /// <summary>Reads a pattern.</summary>
    /// <param name="json">The pattern, a JSON object.</param>
    /// <param name="maxLength">The account's quota for a pattern's size in characters.</param>
    /// <exception cref="CloudException">InvalidEventPatternException with every fault that it has.</exception>
    public static EventPattern Parse(string json, int maxLength = EventBusQuotas.PatternCharacters)
    {
        ArgumentNullException.ThrowIfNull(json);
        var parser = new EventPatternParser();
        var root = parser.Parse(json, maxLength);
        return root is null
            ? throw new CloudException("InvalidEventPatternException", "Event pattern is not valid", parser.Faults)
            : new EventPattern(json, root, parser.WildcardCount);
    }

    /// <summary>Tells whether an event matches.</summary>
    /// <param name="eventJson">The whole event document, a JSON object.</param>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public bool Matches(string eventJson)
    {
        using var document = JsonDocument.Parse(eventJson);
        return Matches(document.RootElement);
    }

    /// <inheritdoc cref="Matches(string)"/>
    public bool Matches(JsonObject eventDocument)
    {
        ArgumentNullException.ThrowIfNull(eventDocument);
        return Matches(eventDocument.ToJsonString());
    }

    /// <inheritdoc cref="Matches(string)"/>
    public bool Matches(JsonElement eventDocument) =>
        eventDocument.ValueKind == JsonValueKind.Object && _root.Matches(eventDocument, eventDocument);
}
