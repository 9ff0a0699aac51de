using System.Globalization;
using System.Text.Json.Nodes;

namespace MlopsBatch.Platform.Iam;

/// <summary>
/// Several grants may say the same thing, or the same thing about several resources, or a part of what another says; a policy
/// says it once. Sids are unique in a policy, as IAM demands.
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

        DropCovered(merged);
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

    /// <summary>Takes out each action that another statement gives on the same resources, or on more, under the same terms.</summary>
    private static void DropCovered(List<JsonObject> statements)
    {
        foreach (var statement in statements.AsEnumerable().Reverse().ToList())
        {
            var others = statements.Where(other => other != statement && Terms(other) == Terms(statement)).ToList();
            var resources = List(statement["Resource"]).ToHashSet();
            var own = List(statement["Action"])
                .Where(action =>
                    !others.Exists(other => List(other["Action"]).Contains(action) && resources.IsSubsetOf(List(other["Resource"])))
                )
                .ToList();
            if (own.Count == 0)
            {
                statements.Remove(statement);
            }
            else
            {
                statement["Action"] = OneOrMany(own);
            }
        }
    }

    /// <summary>Everything but the resources.</summary>
    private static string Key(JsonObject statement) => Without(statement, "Resource");

    /// <summary>Effect, principal and conditions.</summary>
    private static string Terms(JsonObject statement) => Without(statement, "Sid", "Action", "Resource");

    private static string Without(JsonObject statement, params string[] elements)
    {
        var rest = (JsonObject)statement.DeepClone();
        foreach (var element in elements)
        {
            rest.Remove(element);
        }

        return rest.ToJsonString();
    }

    private static JsonNode? Union(JsonNode? a, JsonNode? b) => OneOrMany([.. List(a).Concat(List(b)).Distinct()]);

    private static JsonNode? OneOrMany(List<string> texts) =>
        texts switch
        {
            [] => null,
            [var single] => JsonValue.Create(single),
            _ => new JsonArray([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]),
        };

    private static IEnumerable<string> List(JsonNode? node) =>
        node switch
        {
            null => [],
            JsonArray list => list.Select(item => item!.ToString()),
            _ => [node.ToString()],
        };
}
