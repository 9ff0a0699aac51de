using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition;

/// <summary>A comparison of two values.</summary>
public sealed class Condition
{
    private readonly string _type;
    private readonly string _symbol;
    private readonly Value _left;
    private readonly Value _right;

    private Condition(string type, string symbol, Value left, Value right) => (_type, _symbol, _left, _right) = (type, symbol, left, right);

    public static Condition AtMost(Value<double> left, Value<double> right) => new("LessThanOrEqualTo", "<=", left, right);

    public static Condition AtLeast(Value<double> left, Value<double> right) => new("GreaterThanOrEqualTo", ">=", left, right);

    public static Condition Equal<T>(Value<T> left, Value<T> right)
        where T : notnull => new("Equals", "=", left, right);

    public override string ToString() => $"{_left} {_symbol} {_right}";

    internal JsonObject ToJson(References references) =>
        Json.Object(("Type", _type), ("LeftValue", _left.ToJson(references)), ("RightValue", _right.ToJson(references)));
}
