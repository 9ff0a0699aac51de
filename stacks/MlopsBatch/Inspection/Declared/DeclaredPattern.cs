using System.Text.Json.Nodes;

namespace MlopsBatch.Inspection.Declared;

/// <summary>An EventBridge rule's pattern, as far as it says which of our events match.</summary>
/// <param name="Sources">Values of <c>source</c>.</param>
/// <param name="DetailTypes">Values of <c>detail-type</c>.</param>
/// <param name="PipelineArns">The pipelines whose events match.</param>
/// <param name="Steps">The steps whose events match; none: all.</param>
/// <param name="States">States of executions, steps or versions.</param>
/// <param name="Groups">Model package groups whose events match.</param>
/// <param name="Keys">Keys of objects; <c>*</c> stands for any text.</param>
public sealed record DeclaredPattern(
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> DetailTypes,
    IReadOnlyList<string> PipelineArns,
    IReadOnlyList<string> Steps,
    IReadOnlyList<string> States,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> Keys
)
{
    /// <summary>Reads a pattern's JSON.</summary>
    public static DeclaredPattern Parse(string json)
    {
        var pattern = JsonNode.Parse(json)!;
        var detail = pattern["detail"];
        return new(
            Texts(pattern["source"]),
            Texts(pattern["detail-type"]),
            Texts(detail?["pipelineArn"]),
            Texts(detail?["stepName"]),
            [
                .. Texts(detail?["currentPipelineExecutionStatus"]),
                .. Texts(detail?["currentStepStatus"]),
                .. Texts(detail?["ModelApprovalStatus"]),
            ],
            Texts(detail?["ModelPackageGroupName"]),
            Texts(detail?["object"]?["key"])
        );
    }

    private static IReadOnlyList<string> Texts(JsonNode? values) => [.. (values as JsonArray ?? []).Select(Text).OfType<string>()];

    /// <summary>What the value matches; null for matchers that name nothing, such as <c>exists</c>.</summary>
    private static string? Text(JsonNode? value) =>
        value switch
        {
            JsonValue text => text.ToString(),
            JsonObject map when map["prefix"] is { } prefix => $"{prefix}*",
            JsonObject map when map["wildcard"] is { } wildcard => wildcard.ToString(),
            _ => null,
        };
}
