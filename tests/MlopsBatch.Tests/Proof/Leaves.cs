using System.Text.Json.Nodes;
using MlopsBatch.Inspection;

namespace MlopsBatch.Tests.Proof;

/// <summary>A resource's inputs as a flat list of paths and values.</summary>
internal static class Leaves
{
    private static readonly string[] Elsewhere =
    [
        "tags",
        "description",
        "displayName",
        "alarmDescription",
        "modelPackageGroupDescription",
        "code",
        "sourceCodeHash",
        "eventPattern",
        "policy",
        "assumeRolePolicy",
        "policyDocument",
        "resourcePolicy",
        "pipelineDefinition",
        "pipelineDisplayName",
        "pipelineDescription",
    ];

    public static Dictionary<string, string> Of(RecordedResource resource) =>
        resource
            .Inputs.Where(input => !Elsewhere.Contains(input.Key))
            .SelectMany(input => Of(input.Key, input.Value))
            .Concat(SettingsOf(resource))
            .ToDictionary(leaf => leaf.Path, leaf => leaf.Value);

    public static IEnumerable<(string Path, string Value)> Of(string path, JsonNode? node) =>
        node switch
        {
            JsonObject map when map.Count > 0 => map.SelectMany(entry => Of($"{path}.{entry.Key}", entry.Value)),
            JsonArray list when list.Count > 0 => list.SelectMany((item, index) => Of($"{path}.{index}", item)),
            null => [],
            _ => [(path, node is JsonValue ? node.ToString() : node.ToJsonString())],
        };

    /// <summary>What the settings layer tells the functions.</summary>
    private static IEnumerable<(string Path, string Value)> SettingsOf(RecordedResource resource) =>
        resource.Inputs["code"]?["archive"] is JsonObject files && files["settings.json"] is { } settings
            ? Of("settings", JsonNode.Parse(settings.ToString()))
            : [];
}
