using System.Text.Json.Nodes;

namespace MlopsBatch.Checks;

/// <summary>A statement of a declared policy, as AWS reads it.</summary>
/// <param name="Owner">Resource that declares the policy.</param>
/// <param name="Kind">What kind of policy it is.</param>
/// <param name="IsAllow">Whether it allows.</param>
/// <param name="Actions">Actions.</param>
/// <param name="Resources">Resources; empty in trust policies.</param>
/// <param name="Principals">ARNs or services; <c>*</c> for everyone; empty in identities' policies.</param>
/// <param name="Conditions">Condition key to values.</param>
/// <param name="Sid">Name.</param>
internal sealed record PolicyStatement(
    string Owner,
    PolicyKind Kind,
    bool IsAllow,
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> Resources,
    IReadOnlyList<string> Principals,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Conditions,
    string Sid
)
{
    /// <summary>The statements of a policy's JSON.</summary>
    public static IEnumerable<PolicyStatement> Parse(string owner, PolicyKind kind, string json) =>
        ((JsonArray)JsonNode.Parse(json)!["Statement"]!).Select(statement => new PolicyStatement(
            owner,
            kind,
            (string)statement!["Effect"]! == "Allow",
            List(statement["Action"]),
            List(statement["Resource"]),
            PrincipalsOf(statement["Principal"]),
            (statement["Condition"] as JsonObject ?? [])
                .SelectMany(test => (JsonObject)test.Value!)
                .GroupBy(entry => entry.Key)
                .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.SelectMany(entry => List(entry.Value))]),
            statement["Sid"]?.ToString() ?? ""
        ));

    /// <summary>Whether one of the actions is a bare <c>*</c> or all of a service.</summary>
    public bool HasWildcardAction => Actions.Any(action => action == "*" || action.EndsWith(":*", StringComparison.Ordinal));

    /// <summary>Whether it lets accounts in rather than services.</summary>
    public bool NamesAccounts => Principals.Any(principal => principal.StartsWith("arn:", StringComparison.Ordinal));

    private static IReadOnlyList<string> PrincipalsOf(JsonNode? principal) =>
        principal switch
        {
            JsonObject kinds => [.. kinds.SelectMany(kind => List(kind.Value))],
            _ => List(principal),
        };

    private static IReadOnlyList<string> List(JsonNode? node) =>
        node switch
        {
            null => [],
            JsonArray list => [.. list.Select(item => item!.ToString())],
            _ => [node.ToString()],
        };
}
