using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Logs;

/// <summary>Policies as text.</summary>
internal static class LogPolicies
{
    /// <summary>One policy with the statements of all; names of statements go, because they are unique in one policy only.</summary>
    public static string Of(IEnumerable<string> policies)
    {
        var statements = new JsonArray();
        foreach (var statement in policies.SelectMany(Statements))
        {
            var copy = (JsonObject)statement.DeepClone();
            copy.Remove("Sid");
            statements.Add(copy);
        }
        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = statements }.ToJsonString();
    }

    private static IEnumerable<JsonObject> Statements(string policy) =>
        JsonNode.Parse(policy)?["Statement"] switch
        {
            JsonArray list => list.OfType<JsonObject>(),
            JsonObject one => [one],
            _ => [],
        };
}
