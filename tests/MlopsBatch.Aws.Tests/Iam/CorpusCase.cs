using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.Aws.Iam;

namespace MlopsBatch.Aws.Tests.Iam;

/// <summary>A request of the corpus that eng/iam-corpus generates, and how another evaluator judges it.</summary>
internal sealed record CorpusCase(AuthorizationRequest Request, AuthorizationOutcome Expected, string Line)
{
    public static IEnumerable<CorpusCase> Read(string path) => File.ReadLines(path).Select(Parse);

    private static CorpusCase Parse(string line)
    {
        var json = JsonNode.Parse(line)!;
        var policies = json["identity"]!.AsArray().Select((policy, i) => Named($"identity {i}", policy)!);
        var request = new AuthorizationRequest(CallerOf(json["caller"]!), (string)json["action"]!, (string)json["resource"]!)
        {
            ResourceAccount = (string)json["owner"]!,
            Context = json["context"]!.AsObject().Aggregate(RequestContext.Empty, (keys, key) => keys.With(key.Key, Values(key.Value!))),
            IdentityPolicies = [.. policies],
            PermissionsBoundary = Named("boundary", json["boundary"]),
            ResourcePolicy = Named("resource", json["policy"]),
        };
        var expected = (string)json["expected"]! switch
        {
            "Allowed" => AuthorizationOutcome.Allowed,
            "ExplicitlyDenied" => AuthorizationOutcome.ExplicitDeny,
            _ => AuthorizationOutcome.ImplicitDeny,
        };
        return new(request, expected, line);
    }

    private static RequestPrincipal CallerOf(JsonNode json) =>
        (string)json["kind"]! switch
        {
            "role" => RequestPrincipal.Role((string)json["role"]!, ((string)json["arn"]!).Split('/')[^1]),
            "user" => RequestPrincipal.User((string)json["arn"]!),
            _ => RequestPrincipal.Service((string)json["arn"]!),
        };

    private static NamedPolicy? Named(string name, JsonNode? policy) =>
        policy is null ? null : new(name, PolicyDocument.Parse(policy.ToJsonString()));

    private static ImmutableArray<string> Values(JsonNode node) =>
        node is JsonArray list ? [.. list.Select(item => (string)item!)] : [(string)node!];
}
