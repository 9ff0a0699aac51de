using System.Text.Json;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>One object of a pattern: all fields must match, and of each $or list one alternative.</summary>
internal sealed record PatternNode(IReadOnlyList<PatternField> Fields, IReadOnlyList<IReadOnlyList<PatternNode>> Alternatives)
{
    /// <param name="candidate">The event's object at this place; undefined where the event has none.</param>
    /// <param name="root">The whole event, for filters on absence.</param>
    public bool Matches(JsonElement candidate, JsonElement root)
    {
        foreach (var field in Fields)
        {
            if (!field.Matches(Property(candidate, field.Name), root))
            {
                return false;
            }
        }
        foreach (var alternatives in Alternatives)
        {
            if (!alternatives.Any(alternative => alternative.Matches(candidate, root)))
            {
                return false;
            }
        }
        return true;
    }

    private static JsonElement Property(JsonElement candidate, string name) =>
        candidate.ValueKind == JsonValueKind.Object && candidate.TryGetProperty(name, out var value) ? value : default;
}
