using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Definitions;

/// <summary>Checks the shape of a condition step's Arguments.</summary>
internal static class ConditionReader
{
    private static readonly Dictionary<string, string[]> Members = new(StringComparer.Ordinal)
    {
        ["Equals"] = ["LeftValue", "RightValue"],
        ["GreaterThan"] = ["LeftValue", "RightValue"],
        ["GreaterThanOrEqualTo"] = ["LeftValue", "RightValue"],
        ["LessThan"] = ["LeftValue", "RightValue"],
        ["LessThanOrEqualTo"] = ["LeftValue", "RightValue"],
        ["In"] = ["QueryValue", "Values"],
        ["Not"] = ["Condition"],
        ["Or"] = ["Conditions"],
    };

    private static readonly string[] ArgumentKeys = ["Conditions", "IfSteps", "ElseSteps"];

    public static void Check(StepDefinition step, Action<string> fault)
    {
        foreach (var key in step.Arguments.Select(property => property.Key).Except(ArgumentKeys))
        {
            fault($"Arguments.{key} is unknown; a condition has {string.Join(", ", ArgumentKeys)}.{DidYouMean.Hint(key, ArgumentKeys)}");
        }
        foreach (var key in ArgumentKeys.Skip(1).Where(key => step.Arguments[key] is not (null or JsonArray)))
        {
            fault($"Arguments.{key} must be a list of steps");
        }
        List(step.Arguments["Conditions"], "Arguments.Conditions", fault);
    }

    private static void List(JsonNode? node, string place, Action<string> fault)
    {
        if (node is not JsonArray { Count: > 0 } list)
        {
            fault($"{place} must be a list of at least one condition");
            return;
        }
        for (var i = 0; i < list.Count; i++)
        {
            One(list[i], $"{place}[{i}]", fault);
        }
    }

    private static void One(JsonNode? node, string place, Action<string> fault)
    {
        var type = (node as JsonObject)?["Type"]?.ToString() ?? "nothing";
        if (!Members.TryGetValue(type, out var members))
        {
            fault($"{place}.Type must be one of {string.Join(", ", Members.Keys)}, got {type}.{DidYouMean.Hint(type, Members.Keys)}");
            return;
        }
        var condition = (JsonObject)node!;
        var keys = condition.Select(property => property.Key).Where(key => key != "Type").ToHashSet(StringComparer.Ordinal);
        if (!keys.SetEquals(members))
        {
            fault($"{place} of type {type} has {string.Join(" and ", members)}, got {string.Join(", ", keys)}");
            return;
        }
        switch (type)
        {
            case "Not":
                One(condition["Condition"], place + ".Condition", fault);
                break;
            case "Or":
                List(condition["Conditions"], place + ".Conditions", fault);
                break;
            case "In" when condition["Values"] is not JsonArray { Count: > 0 }:
                fault($"{place}.Values must be a list of at least one value");
                break;
        }
    }
}
