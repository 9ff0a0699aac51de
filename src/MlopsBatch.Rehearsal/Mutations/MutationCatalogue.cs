using System.Text.Json.Nodes;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.LocalCloud.Deployment;

namespace MlopsBatch.Rehearsal.Mutations;

/// <summary>All faults that can be planted into a stack, found in what it declares.</summary>
internal static class MutationCatalogue
{
    private const string Altered = "-altered";

    /// <summary>What only connects others, so that a program still runs without it.</summary>
    private static readonly string[] Connections =
    [
        ResourceTypes.Target,
        ResourceTypes.Permission,
        ResourceTypes.RolePolicy,
        ResourceTypes.PolicyAttachment,
        ResourceTypes.Subscription,
        ResourceTypes.InvokeConfig,
        ResourceTypes.Pipe,
        ResourceTypes.Schedule,
        ResourceTypes.BucketNotification,
        ResourceTypes.EventBusPolicy,
        ResourceTypes.QueuePolicy,
        ResourceTypes.TopicPolicy,
        ResourceTypes.BucketPolicy,
        ResourceTypes.LogResourcePolicy,
        ResourceTypes.ModelPackageGroupPolicy,
    ];

    /// <summary>Inputs that hold a policy document as JSON text.</summary>
    private static readonly string[] PolicyInputs = ["policy", "resourcePolicy", "assumeRolePolicy", "policyDocument"];

    public static IReadOnlyList<Mutation> Of(IReadOnlyList<DeclaredResource> resources)
    {
        var real = resources.Where(resource => !resource.IsComponent).ToList();
        return
        [
            .. real.Where(resource => Connections.Contains(resource.Type)).Select(Dropped),
            .. real.SelectMany(DeadLetters),
            .. real.SelectMany(PolicyMutations.Of),
            .. real.Where(resource => resource.Type == ResourceTypes.Rule).SelectMany(Patterns),
            .. real.Where(resource => resource.Type == ResourceTypes.Function).SelectMany(Variables),
            .. Targets([.. real.Where(resource => resource.Type == ResourceTypes.Target)]),
            .. TopicMutations.Of(real),
            .. real.Where(resource => resource.Type == ResourceTypes.Pipeline).SelectMany(DefinitionMutations.Of),
        ];
    }

    /// <summary>The inputs of a resource that hold policies.</summary>
    public static IEnumerable<string> PoliciesOf(DeclaredResource resource) =>
        PolicyInputs.Where(name => resource.Inputs[name] is JsonValue value && value.ToString().StartsWith('{'));

    /// <summary>Kind and name of a resource.</summary>
    public static string Title(DeclaredResource resource) => $"{ResourceTypes.ShortName(resource.Type)} {resource.Name}";

    private static Mutation Dropped(DeclaredResource resource) =>
        new($"{ResourceTypes.ShortName(resource.Type)} left out", resource.Urn, $"{Title(resource)} left out", null);

    private static IEnumerable<Mutation> DeadLetters(DeclaredResource resource)
    {
        foreach (var name in new[] { "deadLetterConfig", "redrivePolicy", "destinationConfig" }.Where(resource.Inputs.ContainsKey))
        {
            yield return new("dead letters left out", resource.Urn, $"{Title(resource)}: without {name}", inputs => inputs.Remove(name));
        }

        if (resource.Inputs["target"] is JsonObject target && target.ContainsKey("deadLetterConfig"))
        {
            yield return new(
                "dead letters left out",
                resource.Urn,
                $"{Title(resource)}: target without deadLetterConfig",
                inputs => inputs["target"]!.AsObject().Remove("deadLetterConfig")
            );
        }
    }

    private static IEnumerable<Mutation> Patterns(DeclaredResource rule)
    {
        if (rule.Inputs["eventPattern"]?.ToString() is not { } text)
        {
            yield break;
        }

        foreach (var path in JsonLeaves.PathsOf(JsonNode.Parse(text)!))
        {
            yield return new(
                "event pattern altered",
                rule.Urn,
                $"{Title(rule)}: pattern at {JsonLeaves.Name(path)}",
                inputs => inputs["eventPattern"] = JsonLeaves.Altered(inputs["eventPattern"]!.ToString(), path, Altered)
            );
        }
    }

    private static IEnumerable<Mutation> Variables(DeclaredResource function)
    {
        foreach (var (name, _) in function.Inputs["environment"]?["variables"] as JsonObject ?? [])
        {
            yield return new(
                "environment variable altered",
                function.Urn,
                $"{Title(function)}: variable {name}",
                inputs =>
                {
                    var variables = inputs["environment"]!["variables"]!;
                    variables[name] = variables[name] + Altered;
                }
            );
        }
    }

    /// <summary>Each target goes to another one of its own kind, or where nothing is.</summary>
    private static IEnumerable<Mutation> Targets(IReadOnlyList<DeclaredResource> targets)
    {
        foreach (var target in targets)
        {
            var arn = target.Inputs["arn"]!.ToString();
            var other =
                targets
                    .Select(one => one.Inputs["arn"]!.ToString())
                    .FirstOrDefault(one => one != arn && Service(one) == Service(arn))
                ?? arn + Altered;
            yield return new(
                "target swapped",
                target.Urn,
                $"{Title(target)}: {Last(other)} in place of {Last(arn)}",
                inputs => inputs["arn"] = other
            );
        }
    }

    private static string Service(string arn) => arn.Split(':')[2];

    private static string Last(string arn) => arn.Split(':')[^1];
}
