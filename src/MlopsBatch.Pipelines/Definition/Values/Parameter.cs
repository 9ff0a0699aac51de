using System.Text.Json.Nodes;

namespace MlopsBatch.Pipelines.Definition.Values;

/// <summary>
/// A pipeline parameter: a value that whoever starts an execution may give. A definition declares exactly the
/// parameters that its steps use.
/// </summary>
/// <param name="name">1 to 64 letters, digits and hyphens: an EventBridge target takes no underscore.</param>
/// <param name="defaultValue">Of executions that give none.</param>
/// <param name="allowed">The only values it takes; empty: any.</param>
public sealed class Parameter<T>(string name, T defaultValue, params IReadOnlyList<T> allowed) : Value<T>, IParameter
    where T : notnull
{
    public string Name { get; } =
        name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? name
            : throw new ArgumentException($"Parameter \"{name}\": needs 1 to 64 letters, digits and hyphens.");

    public T DefaultValue { get; } =
        allowed.Count == 0 || allowed.Contains(defaultValue)
            ? defaultValue
            : throw new ArgumentException(
                $"Parameter \"{name}\": its default \"{defaultValue}\" is none of {string.Join(", ", allowed)}."
            );

    public override string ToString() => $"{{{Name}}}";

    public JsonObject Declaration() =>
        Json.Object(
            ("Name", Name),
            (
                "Type",
                DefaultValue switch
                {
                    string => "String",
                    int => "Integer",
                    double => "Float",
                    bool => "Boolean",
                    _ => throw new NotSupportedException($"Parameter \"{Name}\": SageMaker has no parameters of type {typeof(T).Name}."),
                }
            ),
            ("DefaultValue", Json.Scalar(DefaultValue)),
            ("EnumValues", allowed.Count == 0 ? null : Json.Array(allowed.Select(value => Json.Scalar(value))))
        );

    internal override JsonNode ToJson(References references)
    {
        references.Add(this);
        return Json.Get($"Parameters.{Name}");
    }
}
