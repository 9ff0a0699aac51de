using System.Text.Json.Nodes;

namespace MlopsBatch.Pipelines.Definition.Values;

/// <summary>Values of any type, one after the other as one string. Made by <see cref="Text.Of"/>.</summary>
internal sealed class Join(IReadOnlyList<Value> parts) : Value<string>
{
    public IReadOnlyList<Value> Parts => parts;

    public override string ToString() => string.Concat(parts);

    internal override JsonNode ToJson(References references) =>
        Json.Object(("Std:Join", Json.Object(("On", ""), ("Values", Json.Array(parts.Select(part => part.ToJson(references)))))));
}
