using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MlopsBatch.Inspection.Declared;

/// <summary>
/// Works out a definition's values as far as they are known before an execution: parameters by their defaults, joins,
/// other steps' arguments. What only an execution knows stands in braces, such as <c>{PipelineExecutionId}</c>.
/// </summary>
internal sealed partial class DefinitionValues(IReadOnlyDictionary<string, JsonObject> steps, JsonArray parameters)
{
    /// <summary>The value as text; null if it has none, such as an object.</summary>
    public string? Text(JsonNode? node) =>
        node switch
        {
            JsonValue value => value.ToString(),
            JsonObject { Count: 1 } map when map["Get"] is JsonValue reference => Get(reference.ToString()),
            JsonObject { Count: 1 } map when map["Std:Join"] is JsonObject join => string.Join(
                join["On"]!.ToString(),
                join["Values"]!.AsArray().Select(value => Text(value) ?? "{…}")
            ),
            _ => null,
        };

    /// <summary>The step that a node refers to; null if it refers to none.</summary>
    public static string? StepOf(JsonNode? node) =>
        node is JsonObject { Count: 1 } map
        && map["Get"]?.ToString() is { } reference
        && reference.StartsWith("Steps.", StringComparison.Ordinal)
            ? reference.Split('.')[1].Split('[')[0]
            : null;

    /// <summary>Where the property file is that a node takes a value out of; null if it takes none.</summary>
    public string? FileOf(JsonNode? node)
    {
        if (node is not JsonObject { Count: 1 } map || map["Std:JsonGet"]?["PropertyFile"] is not { } file)
        {
            return null;
        }

        return Get(file["Get"]!.ToString());
    }

    private string? Get(string reference)
    {
        var parts = reference.Split('.', 3);
        return parts[0] switch
        {
            "Parameters" => Text(parameters.Single(parameter => parameter!["Name"]!.ToString() == parts[1])!["DefaultValue"])
                ?? $"{{{parts[1]}}}",
            "Steps" when steps.TryGetValue(parts[1], out var step) => Property(step, parts[2]),
            _ => $"{{{reference.Split('.')[^1]}}}",
        };
    }

    private string? Property(JsonObject step, string path)
    {
        if (path.StartsWith("PropertyFiles.", StringComparison.Ordinal))
        {
            return FileOf(step, path["PropertyFiles.".Length..]);
        }
        // What a step has only when it has run is where its arguments say that it will be written.
        return path switch
        {
            "ModelArtifacts.S3ModelArtifacts" => Text(Follow(step["Arguments"], "OutputDataConfig.S3OutputPath")),
            _ when step["Type"]!.ToString() == "QualityCheck" && path.Contains("Baseline", StringComparison.Ordinal) => Text(
                Follow(step["Arguments"], "ProcessingOutputConfig.Outputs[0].S3Output.S3Uri")
            ),
            _ => Text(Follow(step["Arguments"], path)) ?? $"{{{path.Split('.')[^1]}}}",
        };
    }

    private string? FileOf(JsonObject step, string name)
    {
        var file = step["PropertyFiles"]!.AsArray().Single(one => one!["PropertyFileName"]!.ToString() == name)!;
        var output = Follow(step["Arguments"], $"ProcessingOutputConfig.Outputs['{file["OutputName"]}'].S3Output.S3Uri");
        return $"{Text(output)}/{file["FilePath"]}";
    }

    /// <summary>Follows a property path; <c>['x']</c> finds the item one of whose names is x, as SageMaker's paths do.</summary>
    private static JsonNode? Follow(JsonNode? node, string path)
    {
        foreach (Match segment in Segments().Matches(path))
        {
            node = (node, segment.Groups) switch
            {
                (JsonObject map, { } groups) when groups["name"].Success => map[groups["name"].Value],
                (JsonArray list, { } groups) when groups["key"].Success => list.FirstOrDefault(item =>
                    item!["OutputName"]?.ToString() == groups["key"].Value
                ),
                (JsonArray list, { } groups)
                    when groups["index"].Success
                        && int.Parse(groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture) is var index
                        && index < list.Count => list[index],
                _ => null,
            };
        }

        return node;
    }

    [GeneratedRegex(@"\['(?<key>[^']*)'\]|\[(?<index>\d+)\]|(?<name>[^.\[\]]+)")]
    private static partial Regex Segments();
}
