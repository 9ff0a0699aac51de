using System.Text.Json;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>One field of a pattern: either a nested object or a list of filters on the leaf.</summary>
internal abstract record PatternField(string Name)
{
    /// <param name="value">What the event has there; undefined if nothing.</param>
    /// <param name="root">The whole event.</param>
    public abstract bool Matches(JsonElement value, JsonElement root);

    /// <summary>The elements of an array, of arrays in it too; anything else is its own only element.</summary>
    protected static IEnumerable<JsonElement> Flatten(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(Flatten) : [value];

    /// <summary>A nested object.</summary>
    internal sealed record Nested(string Name, PatternNode Node) : PatternField(Name)
    {
        public override bool Matches(JsonElement value, JsonElement root)
        {
            var objects = Flatten(value).Where(element => element.ValueKind == JsonValueKind.Object).ToList();
            return objects.Count == 0 ? Node.Matches(default, root) : objects.Exists(element => Node.Matches(element, root));
        }
    }

    /// <summary>Filters, of which one must accept one of the leaf values.</summary>
    /// <param name="Name">The field.</param>
    /// <param name="Path">The names from the event's root to this field.</param>
    /// <param name="Filters">What a value must fulfil; one of them.</param>
    /// <param name="OrAbsent">Whether <c>{"exists": false}</c> is among the filters.</param>
    internal sealed record Leaf(string Name, IReadOnlyList<string> Path, IReadOnlyList<Func<JsonElement, bool>> Filters, bool OrAbsent)
        : PatternField(Name)
    {
        public override bool Matches(JsonElement value, JsonElement root) =>
            Flatten(value).Any(element => IsLeaf(element) && Filters.Any(filter => filter(element))) || (OrAbsent && !Exists(root, 0));

        /// <summary>Absence is judged on the whole event: one element of an array that has the leaf is enough.</summary>
        private bool Exists(JsonElement element, int depth)
        {
            if (depth == Path.Count)
            {
                return Flatten(element).Any(IsLeaf);
            }
            return Flatten(element)
                .Any(item =>
                    item.ValueKind == JsonValueKind.Object && item.TryGetProperty(Path[depth], out var child) && Exists(child, depth + 1)
                );
        }

        private static bool IsLeaf(JsonElement element) =>
            element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Undefined);
    }
}
