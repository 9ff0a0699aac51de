using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition;

/// <summary>A comparison of two values.</summary>
public sealed class Condition
{
    private readonly Value _left;
    private readonly Value _right;

    private Condition(Value left, Value right) => (_left, _right) = (left, right);

    public static Condition Equal<T>(Value<T> left, Value<T> right)
        where T : notnull => new(left, right);

    public override string ToString() => $"{_left} = {_right}";

    internal JsonObject ToJson(References references) =>
        Json.Object(("Type", "Equals"), ("LeftValue", _left.ToJson(references)), ("RightValue", _right.ToJson(references)));
}
