using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Definitions;

/// <summary>Binds an execution's parameters, which the API takes as texts, to those that the definition declares.</summary>
internal static class ParameterValues
{
    /// <summary>StartPipelineExecution's limits.</summary>
    private const int MaxParameters = 200;
    private const int MaxCharacters = 1024;

    /// <exception cref="CloudException">ValidationException with all faults.</exception>
    public static IReadOnlyDictionary<string, JsonNode?> Bind(
        string pipelineName,
        IReadOnlyList<ParameterDefinition> declared,
        IReadOnlyDictionary<string, string> given
    )
    {
        var faults = new List<string>();
        if (given.Count > MaxParameters)
        {
            faults.Add($"{given.Count} parameters, SageMaker allows {MaxParameters}");
        }
        var names = declared.Select(parameter => parameter.Name).ToList();
        foreach (var name in given.Keys.Except(names))
        {
            faults.Add(
                $"the pipeline declares no parameter '{name}'; it has "
                    + $"{(names.Count == 0 ? "none" : string.Join(", ", names))}.{DidYouMean.Hint(name, names)}"
            );
        }
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var parameter in declared)
        {
            if (!given.TryGetValue(parameter.Name, out var text))
            {
                if (parameter.Default is null)
                {
                    faults.Add($"parameter '{parameter.Name}' ({parameter.Type}) has no default and was not given");
                }
                values[parameter.Name] = parameter.Default;
            }
            else if (Fault(parameter, text, out var value) is { } fault)
            {
                faults.Add($"parameter '{parameter.Name}': {fault}");
            }
            else
            {
                values[parameter.Name] = value;
            }
        }
        return faults.Count == 0
            ? values
            : throw new CloudException("ValidationException", $"Pipeline '{pipelineName}' can't be started with these parameters", faults);
    }

    /// <summary>Whether a value has the JSON type that belongs to a parameter's type.</summary>
    public static bool Fits(JsonNode value, string type) =>
        value.GetValueKind() switch
        {
            JsonValueKind.String => type == "String",
            JsonValueKind.Number => type == "Float"
                || (
                    type == "Integer"
                    && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                ),
            JsonValueKind.True or JsonValueKind.False => type == "Boolean",
            _ => false,
        };

    private static string? Fault(ParameterDefinition parameter, string text, out JsonNode? value)
    {
        value = Parse(parameter.Type, text);
        if (text.Length > MaxCharacters)
        {
            return $"its value has {text.Length} characters, SageMaker allows {MaxCharacters}";
        }
        if (value is not { } parsed)
        {
            return $"'{text}' is no {parameter.Type}";
        }
        return parameter.EnumValues.Count == 0 || parameter.EnumValues.Any(allowed => JsonNode.DeepEquals(allowed, parsed))
            ? null
            : $"'{text}' is not allowed; allowed are {string.Join(", ", parameter.EnumValues)}";
    }

    private static JsonNode? Parse(string type, string text) =>
        type switch
        {
            "String" => JsonValue.Create(text),
            "Integer" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
                JsonValue.Create(whole),
            "Float"
                when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
                JsonValue.Create(number),
            "Boolean" when bool.TryParse(text, out var flag) => JsonValue.Create(flag),
            _ => null,
        };
}
