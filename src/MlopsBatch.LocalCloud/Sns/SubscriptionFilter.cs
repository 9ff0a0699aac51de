using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Sns;

/// <summary>
/// Whether a subscription's filter policy lets a message through. A policy has the grammar of an event pattern.
/// Source: https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
/// </summary>
internal static class SubscriptionFilter
{
    public static bool Lets(Subscription subscription, string message, ImmutableSortedDictionary<string, MessageAttribute> attributes)
    {
        if (subscription.FilterPolicy is not { } policy)
        {
            return true;
        }
        var document = subscription.FilterPolicyScope == "MessageBody" ? Body(message) : Attributes(attributes);
        return document is not null && EventPattern.Parse(policy).Matches(document);
    }

    private static JsonObject? Body(string message)
    {
        try
        {
            return JsonNode.Parse(message) as JsonObject;
        }
        catch (JsonException)
        {
            // A body that is no JSON matches no policy on the body.
            return null;
        }
    }

    private static JsonObject Attributes(ImmutableSortedDictionary<string, MessageAttribute> attributes) =>
        new(attributes.Select(one => KeyValuePair.Create(one.Key, Value(one.Value))));

    private static JsonNode? Value(MessageAttribute attribute) =>
        attribute.DataType is "String.Array" or "Number" ? JsonNode.Parse(attribute.Value) : attribute.Value;
}
