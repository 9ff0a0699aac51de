using System.Globalization;
using System.Text.Json.Nodes;

namespace MlopsBatch.Platform.Iam;

/// <summary>
/// Several grants may say the same thing, or the same thing about several resources; a policy says it once. Sids are unique
/// in a policy, as IAM demands.
/// </summary>
internal static class PolicyMerge
{
    public static IEnumerable<JsonObject> Merge(IEnumerable<JsonObject> statements)
    {
        var merged = new List<JsonObject>();
        foreach (var statement in statements)
        {
            var same = merged.Find(other => Key(other) == Key(statement));
            if (same is null)
            {
                merged.Add(statement);
            }
            else
            {
                same["Resource"] = Union(same["Resource"], statement["Resource"]);
            }
        }

        var taken = new Dictionary<string, int>();
        foreach (var statement in merged)
        {
            var sid = (string)statement["Sid"]!;
            taken[sid] = taken.GetValueOrDefault(sid) + 1;
            if (taken[sid] > 1)
            {
                statement["Sid"] = string.Create(CultureInfo.InvariantCulture, $"{sid}{taken[sid]}");
            }
        }

        return merged;
    }

    /// <summary>Everything but the resources.</summary>
    private static string Key(JsonObject statement)
    {
        var rest = (JsonObject)statement.DeepClone();
        rest.Remove("Resource");
        return rest.ToJsonString();
    }

    private static JsonNode? Union(JsonNode? a, JsonNode? b)
    {
        var all = List(a).Concat(List(b)).Distinct().ToList();
        return all switch
        {
            [] => null,
            [var single] => JsonValue.Create(single),
            _ => new JsonArray([.. all.Select(arn => (JsonNode)JsonValue.Create(arn))]),
        };
    }

    private static IEnumerable<string> List(JsonNode? node) =>
        node switch
        {
            null => [],
            JsonArray list => list.Select(item => item!.ToString()),
            _ => [node.ToString()],
        };
}
