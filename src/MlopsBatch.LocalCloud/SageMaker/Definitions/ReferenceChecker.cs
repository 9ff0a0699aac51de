using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Shapes;
using MlopsBatch.LocalCloud.SageMaker.Values;

namespace MlopsBatch.LocalCloud.SageMaker.Definitions;

/// <summary>Checks every function of a step and finds the steps that it has to wait for.</summary>
internal sealed class ReferenceChecker
{
    /// <summary>Execution variables. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html</summary>
    private static readonly string[] Variables =
    [
        "StartDateTime",
        "CurrentDateTime",
        "PipelineName",
        "PipelineArn",
        "PipelineExecutionId",
        "PipelineExecutionArn",
    ];

    private static readonly string[] QualityCheckProperties =
    [
        "CalculatedBaselineStatistics",
        "CalculatedBaselineConstraints",
        "BaselineUsedForDriftCheckStatistics",
        "BaselineUsedForDriftCheckConstraints",
    ];

    private readonly ApiModel _model;
    private readonly Dictionary<string, ParameterDefinition> _parameters;
    private readonly Dictionary<string, StepDefinition> _steps;
    private readonly List<string> _faults;

    public ReferenceChecker(
        ApiModel model,
        IEnumerable<ParameterDefinition> parameters,
        IEnumerable<StepDefinition> steps,
        List<string> faults
    )
    {
        _model = model;
        _parameters = parameters
            .GroupBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        _steps = steps.GroupBy(s => s.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        _faults = faults;
    }

    /// <summary>The type that a function gives, as far as it can be told.</summary>
    public string? KindOf(JsonNode function)
    {
        PipelineFunction.TryRead(function, out var name, out var argument);
        var target = argument is JsonValue ? argument.ToString() : "";
        return name switch
        {
            PipelineFunction.Join => "String",
            PipelineFunction.Get when target.StartsWith("Execution.", StringComparison.Ordinal) => "String",
            PipelineFunction.Get when target.StartsWith("Parameters.", StringComparison.Ordinal) => _parameters
                .GetValueOrDefault(target["Parameters.".Length..])
                ?.Type,
            _ => null,
        };
    }

    /// <summary>The names of the steps that must have succeeded before this one.</summary>
    public IReadOnlySet<string> Check(StepDefinition step)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in step.Json["DependsOn"] as JsonArray ?? [])
        {
            if (Known(node?.ToString() ?? "null", step.Name, "DependsOn") is { } needed)
            {
                found.Add(needed);
            }
        }
        foreach (var file in step.PropertyFiles.Where(file => !step.OutputNames.Contains(file.OutputName)))
        {
            Fault(
                step.Name,
                $"property file '{file.Name}' is in output '{file.OutputName}', but the step's outputs are "
                    + $"{List(step.OutputNames)}.{DidYouMean.Hint(file.OutputName, step.OutputNames)}"
            );
        }
        foreach (
            var (key, value) in step.Json.Where(property =>
                property.Key is not ("Name" or "Type" or "DependsOn" or "RetryPolicies" or "PropertyFiles")
            )
        )
        {
            Walk(value, key, step, found);
        }
        return found;
    }

    private void Walk(JsonNode? node, string place, StepDefinition step, HashSet<string> found)
    {
        if (PipelineFunction.TryRead(node, out var function, out var argument))
        {
            Function(function, argument, place, step, found);
            return;
        }
        switch (node)
        {
            case JsonObject item:
                // The steps of branches are steps of their own.
                foreach (
                    var (name, value) in item.Where(p =>
                        !(step.Type == "Condition" && place == "Arguments" && p.Key is "IfSteps" or "ElseSteps")
                    )
                )
                {
                    Walk(value, $"{place}.{name}", step, found);
                }
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Walk(items[i], $"{place}[{i}]", step, found);
                }
                break;
        }
    }

    private void Function(string function, JsonNode? argument, string place, StepDefinition step, HashSet<string> found)
    {
        switch (function, argument)
        {
            case (PipelineFunction.Get, JsonValue value) when value.GetValueKind() == JsonValueKind.String:
                Get(value.GetValue<string>(), place, step, found);
                break;
            case (PipelineFunction.Join, JsonObject { Count: 2 } join) when join["On"] is JsonValue && join["Values"] is JsonArray values:
                Walk(values, place, step, found);
                break;
            case (PipelineFunction.JsonGet, JsonObject { Count: 2 } get)
                when get["Path"] is JsonValue path && (get.ContainsKey("PropertyFile") || get.ContainsKey("S3Uri")):
                if (!PropertyPath.TryParse(path.ToString(), out _))
                {
                    Fault(step.Name, $"{place}: Std:JsonGet can't read the path '{path}'");
                }
                JsonGet(get, place, step, found);
                break;
            default:
                Fault(step.Name, $"{place}: {function} is not well formed: {argument?.ToJsonString() ?? "null"}");
                break;
        }
    }

    private void JsonGet(JsonObject get, string place, StepDefinition step, HashSet<string> found)
    {
        if (get["S3Uri"] is { } uri)
        {
            Walk(uri, place, step, found);
        }
        else if (
            PipelineFunction.TryRead(get["PropertyFile"], out var function, out var argument)
            && function == PipelineFunction.Get
            && argument?.ToString().Split('.') is ["Steps", var name, "PropertyFiles", var file]
        )
        {
            if (Known(name, step.Name, place) is { } needed)
            {
                found.Add(needed);
                var declared = _steps[needed].PropertyFiles.Select(item => item.Name).ToList();
                if (!declared.Contains(file))
                {
                    Fault(
                        step.Name,
                        $"{place}: step '{needed}' has no property file '{file}'; it has {List(declared)}.{DidYouMean.Hint(file, declared)}"
                    );
                }
            }
        }
        else
        {
            Fault(
                step.Name,
                $"{place}: PropertyFile must be a Get of Steps.<step>.PropertyFiles.<name>, got {get["PropertyFile"]?.ToJsonString()}"
            );
        }
    }

    private void Get(string target, string place, StepDefinition step, HashSet<string> found)
    {
        var rest = target[(target.IndexOf('.', StringComparison.Ordinal) + 1)..];
        switch (target.Split('.')[0])
        {
            case "Parameters" when !_parameters.ContainsKey(rest):
                Fault(
                    step.Name,
                    $"{place}: there is no parameter '{rest}'; declared are "
                        + $"{List(_parameters.Keys)}.{DidYouMean.Hint(rest, _parameters.Keys)}"
                );
                break;
            case "Execution" when !Variables.Contains(rest):
                Fault(
                    step.Name,
                    $"{place}: there is no execution variable '{rest}'; there are {List(Variables)}.{DidYouMean.Hint(rest, Variables)}"
                );
                break;
            case "Parameters" or "Execution":
                break;
            case "Steps" when PropertyPath.TryParse(rest, out var path) && path.Count > 1 && path[0].Name is { } name:
                if (Known(name, step.Name, place) is { } needed)
                {
                    found.Add(needed);
                    Property(_steps[needed], [.. path.Skip(1)], text => Fault(step.Name, $"{place}: {target}: {text}"));
                }
                break;
            default:
                Fault(step.Name, $"{place}: '{target}' must begin with Parameters., Execution. or Steps.<step>.");
                break;
        }
    }

    private void Property(StepDefinition step, IReadOnlyList<PathSegment> path, Action<string> fault)
    {
        if (
            step.Type == "QualityCheck" && path is [{ Name: { } property }] && QualityCheckProperties.Contains(property)
            || step.Type == "Condition" && path is [{ Name: "Outcome" }]
        )
        {
            return;
        }
        if (StepKind.All[step.Type].ResponseShape is not { } shape)
        {
            fault($"a {step.Type} step has no such property");
            return;
        }
        if (step.Type == "Tuning" && path is [{ Name: "TrainingJobSummaries" }, { Index: not null }, ..])
        {
            _model.Follow("HyperParameterTrainingJobSummary", [.. path.Skip(2)], fault);
            return;
        }
        if (
            _model.Follow(shape, path, fault) is not null
            && path is [{ Name: "ProcessingOutputConfig" }, { Name: "Outputs" }, { IsKey: true, Name: { } output }, ..]
            && !step.OutputNames.Contains(output)
        )
        {
            fault($"the step has no output '{output}'; it has {List(step.OutputNames)}.{DidYouMean.Hint(output, step.OutputNames)}");
        }
    }

    private string? Known(string name, string step, string place)
    {
        if (_steps.ContainsKey(name))
        {
            return name;
        }
        Fault(step, $"{place}: there is no step '{name}'.{DidYouMean.Hint(name, _steps.Keys)}");
        return null;
    }

    private static string List(IEnumerable<string> names) => names.Any() ? string.Join(", ", names) : "none";

    private void Fault(string step, string text) => _faults.Add($"step '{step}': {text}");
}
