using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MlopsBatch.CiRights;

/// <summary>What is allowed on some resources.</summary>
/// <param name="Sid">What it is about, in letters and digits.</param>
/// <param name="Actions">Never with a <c>*</c>.</param>
/// <param name="Resources">ARNs and patterns; <c>*</c> only for actions that AWS doesn't narrow, or under a condition on tags.</param>
internal sealed record CiStatement(string Sid, ImmutableSortedSet<string> Actions, ImmutableSortedSet<string> Resources)
{
    /// <summary>As it stands in a policy; null: no condition.</summary>
    public JsonObject? Condition { get; init; }

    /// <summary>With what AWS would list in any order in a stable one.</summary>
    public JsonObject ToJson(string sid)
    {
        var json = new JsonObject
        {
            ["Sid"] = sid,
            ["Effect"] = "Allow",
            ["Action"] = List(Actions),
            ["Resource"] = List(Resources),
        };
        if (Condition is not null)
        {
            json["Condition"] = Condition.DeepClone();
        }

        return json;
    }

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);
}
