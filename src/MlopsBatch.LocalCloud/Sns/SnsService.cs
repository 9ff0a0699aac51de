using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Kms;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Sns;

/// <summary>
/// SNS of one account: standard topics. What can't be delivered goes to the subscription's dead-letter queue at once.
/// Source: https://docs.aws.amazon.com/sns/latest/api/
/// </summary>
public sealed partial class SnsService : AccountService
{
    /// <summary>Characters of a subject.</summary>
    public const int MaxSubject = 99;

    private const int MaxMessageBytes = 256 * 1024;

    private readonly ConcurrentDictionary<string, Topic> _topics = new(StringComparer.Ordinal);

    internal SnsService(CloudAccount account)
        : base(account) { }

    /// <summary>Makes a topic, or changes its name in mails and its key.</summary>
    /// <returns>Its ARN.</returns>
    public string CreateTopic(string name, string displayName = "", string? kmsKey = null)
    {
        var arn = Account.Arn("sns", name);
        Authorize("sns:CreateTopic", arn);
        _topics.AddOrUpdate(
            arn,
            _ => new Topic(arn, displayName, kmsKey),
            (_, topic) => topic with { DisplayName = displayName, KmsKey = kmsKey }
        );
        return arn;
    }

    public IReadOnlyList<Topic> ListTopics()
    {
        Authorize("sns:ListTopics", "*");
        return [.. _topics.Values.OrderBy(topic => topic.Arn, StringComparer.Ordinal)];
    }

    public void DeleteTopic(string arn)
    {
        Authorize("sns:DeleteTopic", arn, Topic(arn).Policy);
        _topics.TryRemove(arn, out _);
    }

    /// <summary>Sets or, with null, takes away the topic's policy.</summary>
    public void SetPolicy(string arn, string? policy) => Change("sns:SetTopicAttributes", arn, topic => topic with { Policy = policy });

    /// <summary>Subscribes, or changes the subscription of the same protocol and endpoint.</summary>
    /// <param name="subscription">Its ARN is given by the service, whatever it is.</param>
    /// <exception cref="CloudException">NotFound, or InvalidParameter for the protocol or the filter policy.</exception>
    public Subscription Subscribe(Subscription subscription)
    {
        if (subscription.Protocol is not ("email" or "email-json" or "https" or "sqs" or "lambda"))
        {
            throw new CloudException(
                "InvalidParameter",
                $"The local cloud has no protocol '{subscription.Protocol}'; it has email, email-json, https, sqs and lambda."
            );
        }
        if (subscription.FilterPolicy is { } policy)
        {
            EventPattern.Parse(policy);
        }
        var id = Account.Cloud.Ids.NextGuid("sns subscription " + subscription.TopicArn);
        var made = subscription with { Arn = $"{subscription.TopicArn}:{id}" };
        var isNew = false;
        Change(
            "sns:Subscribe",
            subscription.TopicArn,
            topic =>
            {
                var old = topic.Subscriptions.Find(one => one.Protocol == made.Protocol && one.Endpoint == made.Endpoint);
                isNew = old is null;
                made = old is null ? made : made with { Arn = old.Arn };
                return topic with { Subscriptions = old is null ? topic.Subscriptions.Add(made) : topic.Subscriptions.Replace(old, made) };
            }
        );
        if (isNew && made.Protocol == "https")
        {
            Post(made.TopicArn, made.Endpoint, Confirmation(made));
        }

        return made;
    }

    public void Unsubscribe(string subscriptionArn)
    {
        var topic = subscriptionArn[..subscriptionArn.LastIndexOf(':')];
        Change(
            "sns:Unsubscribe",
            topic,
            one => one with { Subscriptions = one.Subscriptions.RemoveAll(each => each.Arn == subscriptionArn) }
        );
    }

    /// <summary>The subscriptions of all topics.</summary>
    public IReadOnlyList<Subscription> ListSubscriptions()
    {
        Authorize("sns:ListSubscriptions", "*");
        return [.. _topics.Values.OrderBy(topic => topic.Arn, StringComparer.Ordinal).SelectMany(topic => topic.Subscriptions)];
    }

    public IReadOnlyList<Subscription> ListSubscriptionsByTopic(string topicArn)
    {
        var topic = Topic(topicArn);
        Authorize("sns:ListSubscriptionsByTopic", topicArn, topic.Policy);
        return topic.Subscriptions;
    }

    /// <summary>Sends a message to all subscriptions whose filter lets it through.</summary>
    /// <param name="topicArn">The topic.</param>
    /// <param name="message">At most 256 KiB.</param>
    /// <param name="subject">At most <see cref="MaxSubject"/> printable ASCII characters, not beginning with a space.</param>
    /// <param name="attributes">Filters are about them.</param>
    /// <param name="structure"><c>json</c>: the message is an object with a text for each protocol, and <c>default</c>.</param>
    /// <returns>The message's id.</returns>
    /// <exception cref="CloudException">NotFound, InvalidParameter, or AccessDenied to the topic or its key.</exception>
    public string Publish(
        string topicArn,
        string message,
        string? subject = null,
        IEnumerable<KeyValuePair<string, MessageAttribute>>? attributes = null,
        string? structure = null
    )
    {
        var topic = Topic(topicArn);
        Authorize("sns:Publish", topicArn, topic.Policy);
        KeyUse.Use(Account.Cloud, Caller, Account.Id, "sns", topic.KmsKey, "kms:GenerateDataKey", "kms:Decrypt");
        Check(message, subject);
        Check(attributes ?? []);
        var texts = Texts(message, structure);
        var id = Account.Cloud.Ids.NextGuid("sns message " + topicArn).ToString();
        var all = (attributes ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal);
        Account.CloudWatch.PutMetric(new("AWS/SNS", "NumberOfMessagesPublished", ("TopicName", topic.Name)), 1);
        foreach (var subscription in topic.Subscriptions)
        {
            var text = texts.GetValueOrDefault(subscription.Protocol) ?? texts["default"];
            if (SubscriptionFilter.Lets(subscription, text, all))
            {
                Deliver(new Delivery(topic, subscription, id, text, subject, all));
            }
        }
        return id;
    }

    internal Topic Topic(string arn) =>
        _topics.TryGetValue(arn, out var topic)
            ? topic
            : throw new CloudException("NotFound", $"Topic does not exist: {arn}.{DidYouMean.Hint(arn, _topics.Keys)}");

    /// <summary>The message for each protocol.</summary>
    private static IReadOnlyDictionary<string, string> Texts(string message, string? structure)
    {
        if (structure is not "json")
        {
            return structure is null or ""
                ? new Dictionary<string, string> { ["default"] = message }
                : throw new CloudException("InvalidParameter", $"Invalid parameter: Message Structure - '{structure}' is not json.");
        }

        try
        {
            if (JsonNode.Parse(message) is JsonObject json && json["default"] is JsonValue)
            {
                return json.ToDictionary(one => one.Key, one => one.Value?.ToString() ?? "");
            }
        }
        catch (System.Text.Json.JsonException)
        {
            throw new CloudException("InvalidParameter", "Invalid parameter: Message Structure - JSON message body failed to parse");
        }

        throw new CloudException("InvalidParameter", "Invalid parameter: Message Structure - No default entry in JSON message body");
    }

    private static void Check(string message, string? subject)
    {
        if (message.Length == 0 || System.Text.Encoding.UTF8.GetByteCount(message) > MaxMessageBytes)
        {
            throw new CloudException("InvalidParameter", $"Invalid parameter: Message: it has 1 to {MaxMessageBytes} bytes.");
        }
        if (
            subject is not null
            && (subject.Length is 0 or > MaxSubject || subject[0] == ' ' || subject.Any(letter => letter is < ' ' or > '~'))
        )
        {
            throw new CloudException(
                "InvalidParameter",
                $"Invalid parameter: Subject: 1 to {MaxSubject} printable ASCII characters, the first no space; got '{subject}'."
            );
        }
    }

    private static void Check(IEnumerable<KeyValuePair<string, MessageAttribute>> attributes)
    {
        foreach (var (name, attribute) in attributes.Where(one => one.Key.Length == 0 || one.Value.Value.Length == 0))
        {
            throw new CloudException(
                "ParameterValueInvalid",
                $"The message attribute '{name}' must contain non-empty message attribute value for message attribute type "
                    + $"'{attribute.DataType}'."
            );
        }
    }

    private void Change(string action, string arn, Func<Topic, Topic> change)
    {
        Authorize(action, arn, Topic(arn).Policy);
        while (true)
        {
            var topic = Topic(arn);
            if (_topics.TryUpdate(arn, change(topic), topic))
            {
                return;
            }
        }
    }
}
