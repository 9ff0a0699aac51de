using System.Text.Json.Nodes;

namespace MlopsBatch.Diagrams;

/// <summary>What a step of a definition refers to: other steps, and S3 folders that it reads and writes.</summary>
internal static class StepReferences
{
    private static readonly string[] Written = ["ProcessingOutputConfig", "OutputDataConfig", "TransformOutput"];

    /// <summary>Names of the steps that its values come from, or that it waits for.</summary>
    public static IEnumerable<string> Steps(JsonNode step) =>
        Texts(step).Where(text => text.Key is "Get" && text.Value.StartsWith("Steps.", StringComparison.Ordinal)).Select(text => text.Value.Split('.')[1])
            .Concat((step["DependsOn"] as JsonArray ?? []).Select(name => name!.ToString()))
            .Distinct();

    /// <summary>S3 URIs, as far as they are known, with whether the step writes there.</summary>
    public static IEnumerable<(string Uri, bool IsWritten)> Uris(JsonNode step) => Uris(step["Arguments"], isWritten: false).Distinct();

    private static IEnumerable<(string Uri, bool IsWritten)> Uris(JsonNode? node, bool isWritten) => node switch
    {
        JsonObject map when map["Std:Join"] is JsonObject join => Known(join).Where(uri => uri.StartsWith("s3://", StringComparison.Ordinal)).Select(uri => (uri, isWritten)),
        JsonObject map => map.SelectMany(entry => entry.Key is "IfSteps" or "ElseSteps" ? [] : Uris(entry.Value, isWritten || Written.Contains(entry.Key))),
        JsonArray list => list.SelectMany(item => Uris(item, isWritten)),
        JsonValue value when value.ToString().StartsWith("s3://", StringComparison.Ordinal) => [(value.ToString(), isWritten)],
        _ => [],
    };

    private static IEnumerable<string> Known(JsonObject join) =>
        [string.Join(join["On"]!.ToString(), join["Values"]!.AsArray().TakeWhile(value => value is JsonValue).Select(value => value!.ToString()))];

    private static IEnumerable<(string Key, string Value)> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => entry.Key is "IfSteps" or "ElseSteps" ? [] : entry.Value is JsonValue value ? [(entry.Key, value.ToString())] : Texts(entry.Value)),
        JsonArray list => list.SelectMany(Texts),
        _ => [],
    };
}
