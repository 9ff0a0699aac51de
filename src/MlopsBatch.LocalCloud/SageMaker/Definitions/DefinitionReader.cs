using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlopsBatch.LocalCloud.SageMaker.Shapes;

namespace MlopsBatch.LocalCloud.SageMaker.Definitions;

/// <summary>
/// Reads definition JSON of schema version 2020-12-01 and reports every fault at once: unknown types and keys, doubled
/// names, references to nowhere, cycles, arguments that the API would refuse.
/// </summary>
internal sealed partial class DefinitionReader
{
    /// <summary>SageMaker's limit for PipelineDefinition.</summary>
    private const int MaxCharacters = 1_048_576;

    private static readonly string[] TopKeys = ["Version", "Metadata", "Parameters", "PipelineExperimentConfig", "Steps"];
    private static readonly string[] ParameterKeys = ["Name", "Type", "DefaultValue", "EnumValues", "Description"];
    private static readonly string[] ParameterTypes = ["String", "Integer", "Float", "Boolean"];

    private readonly ApiModel _model;
    private readonly ShapeValidator _shapes;
    private readonly List<string> _faults = [];

    private DefinitionReader(ApiModel model, ShapeValidator shapes) => (_model, _shapes) = (model, shapes);

    /// <exception cref="CloudException">ValidationException with all faults.</exception>
    public static PipelineDefinition Read(string pipelineName, string json, ApiModel model, ShapeValidator shapes)
    {
        var reader = new DefinitionReader(model, shapes);
        var definition = reader.Read(json);
        return reader._faults.Count == 0
            ? definition!
            : throw new CloudException("ValidationException", $"The definition of pipeline '{pipelineName}' is not valid", reader._faults);
    }

    private PipelineDefinition? Read(string json)
    {
        if (json.Length > MaxCharacters)
        {
            _faults.Add($"it has {json.Length} characters, SageMaker allows {MaxCharacters}");
        }
        if (Parse(json) is not { } root)
        {
            return null;
        }
        foreach (var key in root.Select(property => property.Key).Except(TopKeys))
        {
            _faults.Add($"unknown key '{key}'.{DidYouMean.Hint(key, TopKeys)}");
        }
        if (root["Version"]?.ToString() != "2020-12-01")
        {
            _faults.Add($"Version must be '2020-12-01', got {root["Version"]?.ToJsonString() ?? "nothing"}");
        }
        var parameters = (root["Parameters"] as JsonArray ?? []).Select(Parameter).OfType<ParameterDefinition>().ToList();
        Duplicates(parameters.Select(parameter => parameter.Name), "parameter");
        if (root["Steps"] is not JsonArray { Count: > 0 } stepList)
        {
            _faults.Add("Steps must be a list of at least one step");
            return null;
        }
        var steps = new StepReader(_model, _shapes, parameters, _faults).Read(stepList);
        Duplicates(steps.Select(step => step.Name), "step");
        CycleFinder.Report(steps, _faults);
        return new PipelineDefinition(parameters, steps);
    }

    private JsonObject? Parse(string json)
    {
        try
        {
            if (JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is JsonObject root)
            {
                return root;
            }
            _faults.Add("it must be a JSON object");
        }
        catch (JsonException error)
        {
            _faults.Add("it is no JSON: " + error.Message);
        }
        return null;
    }

    private ParameterDefinition? Parameter(JsonNode? node)
    {
        if (node is not JsonObject json || json["Name"]?.ToString() is not { } name || !ParameterName().IsMatch(name))
        {
            _faults.Add(
                $"a parameter needs a Name of 1 to 64 letters, digits, hyphens and underscores, got {node?.ToJsonString() ?? "null"}"
            );
            return null;
        }
        foreach (var key in json.Select(property => property.Key).Except(ParameterKeys))
        {
            _faults.Add($"parameter '{name}': unknown key '{key}'.{DidYouMean.Hint(key, ParameterKeys)}");
        }
        var type = json["Type"]?.ToString() ?? "nothing";
        if (!ParameterTypes.Contains(type))
        {
            _faults.Add($"parameter '{name}': Type must be one of {string.Join(", ", ParameterTypes)}, got {type}");
            return null;
        }
        var values = (json["EnumValues"] as JsonArray ?? []).ToList();
        var preset = json["DefaultValue"];
        foreach (var value in values.Prepend(preset).Where(value => value is not null && !ParameterValues.Fits(value, type)))
        {
            _faults.Add($"parameter '{name}': {value!.ToJsonString()} is no {type}");
        }
        if (preset is not null && values.Count > 0 && !values.Exists(value => JsonNode.DeepEquals(value, preset)))
        {
            _faults.Add($"parameter '{name}': the default {preset.ToJsonString()} is not among its EnumValues");
        }
        return new ParameterDefinition(name, type, preset, values);
    }

    private void Duplicates(IEnumerable<string> names, string what)
    {
        foreach (var group in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            _faults.Add($"{what} '{group.Key}': the name is used {group.Count()} times, it must be unique");
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9\-_]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ParameterName();
}
