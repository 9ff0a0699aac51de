using System.Text.Json.Nodes;
using MlopsBatch.Pipelines;

namespace MlopsBatch.Diagrams;

/// <summary>What a step of a definition refers to: other steps, and S3 URIs that it reads and writes.</summary>
internal static class StepReferences
{
    private static readonly string[] Written = ["ProcessingOutputConfig", "OutputDataConfig", "TransformOutput"];

    /// <summary>Names of the steps that its values come from, or that it waits for.</summary>
    public static IEnumerable<string> Steps(JsonNode step) =>
        Gets(step).Where(path => path.StartsWith("Steps.", StringComparison.Ordinal)).Select(path => path.Split('.')[1])
            .Concat((step["DependsOn"] as JsonArray ?? []).Select(name => name!.ToString()))
            .Distinct();

    /// <summary>URIs that the step writes, as far as they are known, with the name of the output where it has one.</summary>
    public static IEnumerable<(string? Output, string Uri)> Writes(JsonNode step) =>
        Parts(step, isOutput: true).SelectMany(part => Named(part).SelectMany(output => Uris(output.Node).Select(uri => (output.Name, uri))));

    /// <summary>URIs that the step reads, as far as they are known; what another step made is looked up there.</summary>
    public static IEnumerable<string> Reads(JsonNode step, IReadOnlyDictionary<string, JsonNode> steps)
    {
        foreach (var part in Parts(step, isOutput: false))
        {
            foreach (var uri in Uris(part)) yield return uri;
            foreach (var path in Gets(part).Where(path => path.StartsWith("Steps.", StringComparison.Ordinal)))
            {
                var output = path.Split("Outputs['") is [_, var rest] ? rest.Split('\'')[0] : null;
                if (!steps.TryGetValue(path.Split('.')[1], out var source)) continue;
                foreach (var (name, uri) in Writes(source).Where(written => output is null || written.Output == output)) yield return uri;
            }
        }
    }

    /// <summary>Whether the step reads the object that the execution was started with.</summary>
    public static bool ReadsInput(JsonNode step) =>
        (step["Arguments"]?["ProcessingInputs"] as JsonArray ?? []).Any(input => Gets(input?["S3Input"]?["S3Uri"]).Contains($"Parameters.{ParameterNames.InputKey}"));

    private static IEnumerable<JsonNode> Parts(JsonNode step, bool isOutput)
    {
        var arguments = (JsonObject)step["Arguments"]!;
        var job = arguments["TrainingJobDefinition"] as JsonObject ?? arguments;
        return job.Where(entry => entry.Value is not null && entry.Key is not ("IfSteps" or "ElseSteps" or "TrainingJobDefinition") && Written.Contains(entry.Key) == isOutput).Select(entry => entry.Value!);
    }

    private static IEnumerable<(string? Name, JsonNode Node)> Named(JsonNode part) =>
        part["Outputs"] is JsonArray outputs ? outputs.Select(output => ((string?)output!["OutputName"], output)) : [(null, part)];

    private static IEnumerable<string> Uris(JsonNode? node) => node switch
    {
        JsonObject map when map["Std:Join"] is JsonObject join => new[] { Known(join) }.Where(uri => uri.StartsWith("s3://", StringComparison.Ordinal)),
        JsonObject map => map.SelectMany(entry => Uris(entry.Value)),
        JsonArray list => list.SelectMany(Uris),
        JsonValue value when value.ToString().StartsWith("s3://", StringComparison.Ordinal) => [value.ToString()],
        _ => [],
    };

    private static string Known(JsonObject join) =>
        string.Join(join["On"]!.ToString(), join["Values"]!.AsArray().TakeWhile(value => value is JsonValue).Select(value => value!.ToString()));

    private static IEnumerable<string> Gets(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => entry.Key is "IfSteps" or "ElseSteps" ? [] : entry is { Key: "Get", Value: JsonValue value } ? [value.ToString()] : Gets(entry.Value)),
        JsonArray list => list.SelectMany(Gets),
        _ => [],
    };
}
