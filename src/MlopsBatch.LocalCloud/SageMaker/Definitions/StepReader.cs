using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlopsBatch.LocalCloud.SageMaker.Shapes;

namespace MlopsBatch.LocalCloud.SageMaker.Definitions;

/// <summary>Reads the steps of a definition, those in branches too, and collects their faults.</summary>
internal sealed partial class StepReader(
    ApiModel model,
    ShapeValidator shapes,
    IReadOnlyList<ParameterDefinition> parameters,
    List<string> faults
)
{
    /// <summary>Reads all steps, then checks what they refer to.</summary>
    public IReadOnlyList<StepDefinition> Read(JsonArray stepList)
    {
        var steps = new List<StepDefinition>();
        Collect(stepList, null, false, steps);
        var references = new ReferenceChecker(model, parameters, steps, faults);
        return steps.ConvertAll(step =>
        {
            if (StepKind.All[step.Type].RequestShape is { } shape)
            {
                shapes.Validate(
                    shape,
                    step.Arguments,
                    StepKind.All[step.Type].FilledIn,
                    references.KindOf,
                    (place, fault) => Fault(step.Name, $"{place} {fault}")
                );
            }
            return step with { Dependencies = references.Check(step) };
        });
    }

    private void Collect(JsonArray stepList, string? parent, bool inIfBranch, List<StepDefinition> steps)
    {
        foreach (var node in stepList)
        {
            if (Step(node, parent, inIfBranch) is not { } step)
            {
                continue;
            }
            steps.Add(step);
            if (step.Type == "Condition")
            {
                ConditionReader.Check(step, text => Fault(step.Name, text));
                Collect(step.Arguments["IfSteps"] as JsonArray ?? [], step.Name, true, steps);
                Collect(step.Arguments["ElseSteps"] as JsonArray ?? [], step.Name, false, steps);
            }
        }
    }

    private StepDefinition? Step(JsonNode? node, string? parent, bool inIfBranch)
    {
        if (node is not JsonObject json || json["Name"]?.ToString() is not { } name || !StepName().IsMatch(name))
        {
            var given = (node as JsonObject)?["Name"]?.ToJsonString() ?? "nothing";
            faults.Add($"a step needs a Name of 1 to 64 letters, digits, hyphens and underscores, got {given}");
            return null;
        }
        var type = json["Type"]?.ToString() ?? "";
        if (!StepKind.All.TryGetValue(type, out var kind))
        {
            Fault(
                name,
                $"the local cloud has no step type '{type}'; it knows "
                    + $"{string.Join(", ", StepKind.All.Keys)}.{DidYouMean.Hint(type, StepKind.All.Keys)}"
            );
            return null;
        }
        foreach (var key in json.Select(property => property.Key).Except(kind.Keys))
        {
            Fault(name, $"unknown key '{key}' for a {type} step.{DidYouMean.Hint(key, kind.Keys)}");
        }
        if (json["Arguments"] is not JsonObject arguments)
        {
            Fault(name, "Arguments must be an object");
            return null;
        }
        if (type == "Fail" && (arguments.Count != 1 || !arguments.ContainsKey("ErrorMessage")))
        {
            Fault(name, "the Arguments of a Fail step are ErrorMessage and nothing else");
        }
        if (type == "QualityCheck" && json["CheckType"]?.ToString() is not "DATA_QUALITY")
        {
            Fault(
                name,
                "CheckType must be DATA_QUALITY, the only one that the local cloud emulates, got "
                    + $"{json["CheckType"]?.ToJsonString() ?? "nothing"}"
            );
        }
        return new StepDefinition
        {
            Name = name,
            Type = type,
            Json = json,
            Arguments = arguments,
            DisplayName = json["DisplayName"]?.ToString(),
            Description = json["Description"]?.ToString(),
            RetryPolicies = RetryPolicyReader.Read(json["RetryPolicies"], text => Fault(name, text)),
            PropertyFiles = PropertyFiles(json["PropertyFiles"], name),
            Parent = parent,
            InIfBranch = inIfBranch,
        };
    }

    private List<PropertyFile> PropertyFiles(JsonNode? node, string step)
    {
        var files = new List<PropertyFile>();
        foreach (var item in node as JsonArray ?? [])
        {
            if (
                item is JsonObject { Count: 3 } file
                && file["PropertyFileName"]?.ToString() is { } name
                && file["OutputName"]?.ToString() is { } output
                && file["FilePath"]?.ToString() is { } path
            )
            {
                files.Add(new PropertyFile(name, output, path));
            }
            else
            {
                Fault(
                    step,
                    $"an entry of PropertyFiles has PropertyFileName, OutputName and FilePath, got {item?.ToJsonString() ?? "null"}"
                );
            }
        }
        return files;
    }

    private void Fault(string step, string text) => faults.Add($"step '{step}': {text}");

    [GeneratedRegex(@"^[A-Za-z0-9\-_]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex StepName();
}
