using System.Text.Json;
using MlopsBatch.Events.Functions;
using Pulumi;
using Pulumi.Aws.Sns;

namespace MlopsBatch.Platform.Messaging;

/// <summary>
/// One subscription for each address and topic. Operators get everything; a model's responsible people get what is theirs,
/// by a filter on the message attribute <c>model</c>. An address that is responsible for several models has one subscription.
/// Webhooks have one for each topic, too, with what they ask for.
/// </summary>
internal static class Subscriptions
{
    public static IEnumerable<string> Create(Account account, NotificationTopics topics, DeadLetterQueue undelivered)
    {
        var operators = account.Settings.Notifications.Recipients.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var responsible = account
            .Settings.Models.SelectMany(model =>
                model.Responsible.Select(address => (address: address.ToLowerInvariant(), model: model.Name))
            )
            .Where(pair => !operators.Contains(pair.address))
            .GroupBy(pair => pair.address, pair => pair.model)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var topic in topics.All)
        {
            foreach (var address in operators.Select(address => address.ToLowerInvariant()).Order(StringComparer.Ordinal))
            {
                yield return Subscribe(topic, address, null, topics, undelivered);
            }

            // Without operators somebody must get what belongs to no model: dead letters, alarms, unknown events.
            var everything = operators.Count == 0 && topic == topics.Operations;
            foreach (var person in responsible)
            {
                yield return Subscribe(
                    topic,
                    person.Key,
                    everything ? null : [.. person.Distinct().Order(StringComparer.Ordinal)],
                    topics,
                    undelivered
                );
            }
        }
    }

    /// <summary>SNS posts its signed JSON there. The endpoint stays secret in state, logs and previews.</summary>
    public static IEnumerable<string> Webhooks(Account account, NotificationTopics topics, DeadLetterQueue undelivered) =>
        from webhook in account.Settings.Notifications.Webhooks
        from topic in topics.All
        where
            webhook.Topics.Count == 0
            || webhook.Topics.Any(wanted => wanted.ToString().Equals(topic.LogicalName, StringComparison.OrdinalIgnoreCase))
        let url = account.Context.WebhookUrls.GetValueOrDefault(webhook.Name) ?? $"https://{webhook.Name}.webhook.invalid/"
        let models = webhook.Models.Count == 0 ? null : webhook.Models.Distinct().Order(StringComparer.Ordinal).ToArray()
        select Subscribe(topic, webhook.Name, models, topics, undelivered, Output.CreateSecret(url));

    private static string Subscribe(
        SubscribedTopic topic,
        string address,
        string[]? models,
        Resource parent,
        DeadLetterQueue undelivered,
        Output<string>? url = null
    )
    {
        var args = new TopicSubscriptionArgs
        {
            Topic = topic.Arn,
            Protocol = url is null ? "email" : "https",
            Endpoint = url ?? Output.Create(address),
            RedrivePolicy = undelivered.Arn.Apply(arn => $$"""{"deadLetterTargetArn":"{{arn}}"}"""),
        };
        if (models is not null)
        {
            args.FilterPolicyScope = "MessageAttributes";
            args.FilterPolicy = JsonSerializer.Serialize(new Dictionary<string, string[]> { [MessageAttributes.Model] = models });
        }

        _ = new TopicSubscription($"{topic.LogicalName}-{address}", args, new() { Parent = parent });
        return $"{address} ({topic.LogicalName})";
    }
}
