using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MlopsBatch.Inspection;

/// <summary>What a stack declares, evaluated without Pulumi's CLI and without AWS.</summary>
/// <param name="Name">The stack's name.</param>
/// <param name="Resources">In the order of their registration; the stack itself isn't among them.</param>
/// <param name="Outputs">The stack's outputs.</param>
public sealed record EvaluatedStack(string Name, ImmutableArray<RecordedResource> Resources, JsonObject Outputs)
{
    /// <summary>The account that it was evaluated in.</summary>
    public required string Account { get; init; }

    /// <summary>Its region.</summary>
    public required string Region { get; init; }

    /// <summary>All resources of a type.</summary>
    public IEnumerable<RecordedResource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    /// <summary>The JSON of <c>./mlops resources --json</c>.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["stack"] = Name,
            ["resources"] = new JsonArray([
                .. Resources.Select(resource => new JsonObject
                {
                    ["type"] = resource.Type,
                    ["name"] = resource.Name,
                    ["urn"] = resource.Urn,
                    ["parent"] = resource.Parent,
                    ["protect"] = resource.Protect,
                    ["inputs"] = resource.Inputs.DeepClone(),
                }),
            ]),
            ["outputs"] = Outputs.DeepClone(),
        };
}
