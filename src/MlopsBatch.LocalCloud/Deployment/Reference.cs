using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>A place in inputs that takes the value another resource has: <c>{"$urn": "…", "$output": "arn"}</c>.</summary>
/// <param name="Urn">The other resource.</param>
/// <param name="Output">One of its outputs; <c>id</c> for its id.</param>
public sealed record Reference(string Urn, string Output)
{
    private const string UrnMember = "$urn";
    private const string OutputMember = "$output";

    /// <summary>All references below a node.</summary>
    public static IEnumerable<Reference> In(JsonNode? node) =>
        node switch
        {
            JsonObject item when Read(item) is { } reference => [reference],
            JsonObject item => item.SelectMany(member => In(member.Value)),
            JsonArray list => list.SelectMany(In),
            _ => [],
        };

    /// <summary>A copy of a node with every reference's value in its place.</summary>
    public static JsonNode? Resolve(JsonNode? node, Func<Reference, JsonNode?> valueOf) =>
        node switch
        {
            JsonObject item when Read(item) is { } reference => valueOf(reference)?.DeepClone(),
            JsonObject item => new JsonObject(item.Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value, valueOf)))),
            JsonArray list => new JsonArray([.. list.Select(one => Resolve(one, valueOf))]),
            _ => node?.DeepClone(),
        };

    private static Reference? Read(JsonObject item) =>
        item.Text(UrnMember) is { } urn && item.Text(OutputMember) is { } output ? new(urn, output) : null;
}
