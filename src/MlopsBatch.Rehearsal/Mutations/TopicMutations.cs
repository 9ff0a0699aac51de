using System.Text.Json.Nodes;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.LocalCloud.Deployment;

namespace MlopsBatch.Rehearsal.Mutations;

/// <summary>Mails that take another topic's way: subscriptions, and the topics that functions know by their variables.</summary>
internal static class TopicMutations
{
    private const string Kind = "topic swapped";
    private const string TopicVariable = "_TOPIC_ARN";

    public static IEnumerable<Mutation> Of(IReadOnlyList<DeclaredResource> resources)
    {
        var subscriptions = resources.Where(resource => resource.Type == ResourceTypes.Subscription).ToList();
        var topics = subscriptions.Select(one => one.Inputs["topic"]!.ToString()).Distinct().ToList();
        foreach (var subscription in subscriptions)
        {
            var other = Next(topics, subscription.Inputs["topic"]!.ToString());
            yield return new(
                Kind,
                subscription.Urn,
                $"{MutationCatalogue.Title(subscription)}: to the topic {Last(other)}",
                inputs => inputs["topic"] = other
            );
        }

        foreach (var function in resources.Where(resource => resource.Type == ResourceTypes.Function))
        {
            foreach (var mutation in Variables(function))
            {
                yield return mutation;
            }
        }
    }

    private static IEnumerable<Mutation> Variables(DeclaredResource function)
    {
        var names = (function.Inputs["environment"]?["variables"] as JsonObject ?? [])
            .Select(variable => variable.Key)
            .Where(name => name.EndsWith(TopicVariable, StringComparison.Ordinal))
            .ToList();
        foreach (var name in names.Where(_ => names.Count > 1))
        {
            var other = Next(names, name);
            yield return new(
                Kind,
                function.Urn,
                $"{MutationCatalogue.Title(function)}: {name} and {other}",
                inputs =>
                {
                    var variables = inputs["environment"]!["variables"]!;
                    var (first, second) = (variables[name]!.ToString(), variables[other]!.ToString());
                    (variables[name], variables[other]) = (second, first);
                }
            );
        }
    }

    private static string Next(List<string> all, string one) => all[(all.IndexOf(one) + 1) % all.Count];

    private static string Last(string arn) => arn.Split(':')[^1];
}
