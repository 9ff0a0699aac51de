using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Values;

namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>Evaluates the conditions of a condition step.</summary>
internal sealed class StepConditions(ValueResolver values)
{
    /// <summary>Whether all of them hold.</summary>
    /// <exception cref="StepFailedException">A value can't be had, or two can't be compared.</exception>
    public bool All(JsonNode? conditions) => ((JsonArray)conditions!).All(condition => Holds((JsonObject)condition!));

    private bool Holds(JsonObject condition)
    {
        switch (condition["Type"]!.ToString())
        {
            case "Not":
                return !Holds((JsonObject)condition["Condition"]!);
            case "Or":
                return ((JsonArray)condition["Conditions"]!).Any(item => Holds((JsonObject)item!));
            case "In":
                var query = values.Resolve(condition["QueryValue"]);
                return ((JsonArray)condition["Values"]!).Any(item => AreEqual(query, values.Resolve(item)));
            case "Equals":
                return AreEqual(values.Resolve(condition["LeftValue"]), values.Resolve(condition["RightValue"]));
            case var type:
                var order = Compare(values.Resolve(condition["LeftValue"]), values.Resolve(condition["RightValue"]), condition);
                return type switch
                {
                    "GreaterThan" => order > 0,
                    "GreaterThanOrEqualTo" => order >= 0,
                    "LessThan" => order < 0,
                    _ => order <= 0,
                };
        }
    }

    private static bool AreEqual(JsonNode? left, JsonNode? right) =>
        Number(left) is { } a && Number(right) is { } b ? a.Equals(b) : JsonNode.DeepEquals(left, right);

    /// <summary>Numbers by value, texts by their code points; null where NaN is involved, so that no comparison holds.</summary>
    private static int? Compare(JsonNode? left, JsonNode? right, JsonObject condition)
    {
        if (Number(left) is { } a && Number(right) is { } b)
        {
            return double.IsNaN(a) || double.IsNaN(b) ? null : a.CompareTo(b);
        }
        if (left?.GetValueKind() == JsonValueKind.String && right?.GetValueKind() == JsonValueKind.String)
        {
            return string.CompareOrdinal(left.GetValue<string>(), right.GetValue<string>());
        }
        throw StepFailedException.Client(
            $"{condition["Type"]} can't compare {left?.ToJsonString() ?? "null"} with {right?.ToJsonString() ?? "null"}; "
                + "both must be numbers or both texts."
        );
    }

    private static double? Number(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number
            ? double.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;
}
