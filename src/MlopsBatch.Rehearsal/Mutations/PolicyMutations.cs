using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Deployment;

namespace MlopsBatch.Rehearsal.Mutations;

/// <summary>Rights that are missing: each statement that allows, and each of its actions.</summary>
internal static class PolicyMutations
{
    public static IEnumerable<Mutation> Of(DeclaredResource resource) =>
        MutationCatalogue.PoliciesOf(resource).SelectMany(input => Of(resource, input));

    private static IEnumerable<Mutation> Of(DeclaredResource resource, string input)
    {
        var statements = JsonNode.Parse(resource.Inputs[input]!.ToString())!["Statement"]!.AsArray();
        for (var index = 0; index < statements.Count; index++)
        {
            if (statements[index]!["Effect"]!.ToString() != "Allow")
            {
                continue;
            }

            var (at, title) = (index, $"{MutationCatalogue.Title(resource)}: {statements[index]!["Sid"] ?? index}");
            yield return new(
                "IAM statement left out",
                resource.Urn,
                title,
                inputs => Edit(inputs, input, list => list.RemoveAt(at))
            );
            if (statements[index]!["Action"] is not JsonArray { Count: > 1 } actions)
            {
                continue;
            }

            for (var action = 0; action < actions.Count; action++)
            {
                var position = action;
                yield return new(
                    "IAM action left out",
                    resource.Urn,
                    $"{title}, {actions[action]}",
                    inputs => Edit(inputs, input, list => list[at]!["Action"]!.AsArray().RemoveAt(position))
                );
            }
        }
    }

    private static void Edit(JsonObject inputs, string input, Action<JsonArray> change)
    {
        var policy = JsonNode.Parse(inputs[input]!.ToString())!;
        change(policy["Statement"]!.AsArray());
        inputs[input] = policy.ToJsonString();
    }
}
