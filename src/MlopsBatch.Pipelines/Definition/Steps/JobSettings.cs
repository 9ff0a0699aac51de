using System.Text.Json.Nodes;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>
/// What every job of a pipeline has in common: identity, network, encryption, tags. Each job step takes it and applies
/// all that its API offers, so no job can be declared with less.
/// </summary>
public sealed record JobSettings(
    string RoleArn,
    string KmsKeyArn,
    IReadOnlyList<string> SubnetIds,
    IReadOnlyList<string> SecurityGroupIds,
    IReadOnlyDictionary<string, string> Tags
)
{
    internal JsonObject Vpc() => Json.Object(("SecurityGroupIds", Json.Array(SecurityGroupIds)), ("Subnets", Json.Array(SubnetIds)));

    internal JsonArray? TagList() =>
        Tags.Count == 0
            ? null
            : Json.Array(
                Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => Json.Object(("Key", tag.Key), ("Value", tag.Value)))
            );
}
