using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Kms;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Sns;

/// <summary>
/// SNS of one account: standard topics. What can't be delivered goes to the subscription's dead-letter queue at once.
/// Source: https://docs.aws.amazon.com/sns/latest/api/
/// </summary>
public sealed class SnsService : AccountService
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
        if (subscription.Protocol is not ("email" or "email-json" or "sqs" or "lambda"))
        {
            throw new CloudException(
                "InvalidParameter",
                $"The local cloud has no protocol '{subscription.Protocol}'; it has email, email-json, sqs and lambda."
            );
        }
        if (subscription.FilterPolicy is { } policy)
        {
            EventPattern.Parse(policy);
        }
        var id = Account.Cloud.Ids.NextGuid("sns subscription " + subscription.TopicArn);
        var made = subscription with { Arn = $"{subscription.TopicArn}:{id}" };
        Change(
            "sns:Subscribe",
            subscription.TopicArn,
            topic =>
            {
                var old = topic.Subscriptions.Find(one => one.Protocol == made.Protocol && one.Endpoint == made.Endpoint);
                made = old is null ? made : made with { Arn = old.Arn };
                return topic with { Subscriptions = old is null ? topic.Subscriptions.Add(made) : topic.Subscriptions.Replace(old, made) };
            }
        );
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
    /// <returns>The message's id.</returns>
    /// <exception cref="CloudException">NotFound, InvalidParameter, or AccessDenied to the topic or its key.</exception>
    public string Publish(
        string topicArn,
        string message,
        string? subject = null,
        IEnumerable<KeyValuePair<string, MessageAttribute>>? attributes = null
    )
    {
        var topic = Topic(topicArn);
        Authorize("sns:Publish", topicArn, topic.Policy);
        KeyUse.Use(Account.Cloud, Caller, Account.Id, "sns", topic.KmsKey, "kms:GenerateDataKey", "kms:Decrypt");
        Check(message, subject);
        Check(attributes ?? []);
        var id = Account.Cloud.Ids.NextGuid("sns message " + topicArn).ToString();
        var all = (attributes ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal);
        Account.CloudWatch.PutMetric(new("AWS/SNS", "NumberOfMessagesPublished", ("TopicName", topic.Name)), 1);
        foreach (var subscription in topic.Subscriptions.Where(one => SubscriptionFilter.Lets(one, message, all)))
        {
            Deliver(new Delivery(topic, subscription, id, message, subject, all));
        }
        return id;
    }

    internal Topic Topic(string arn) =>
        _topics.TryGetValue(arn, out var topic)
            ? topic
            : throw new CloudException("NotFound", $"Topic does not exist: {arn}.{DidYouMean.Hint(arn, _topics.Keys)}");

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

    private void Deliver(Delivery delivery)
    {
        var service = Account.As(Caller.Service("sns.amazonaws.com", delivery.Topic.Arn, Account.Id));
        try
        {
            Deliver(delivery, service);
            Account.CloudWatch.PutMetric(new("AWS/SNS", "NumberOfNotificationsDelivered", ("TopicName", delivery.Topic.Name)), 1);
        }
        catch (CloudException refused)
        {
            Account.CloudWatch.PutMetric(new("AWS/SNS", "NumberOfNotificationsFailed", ("TopicName", delivery.Topic.Name)), 1);
            var taken = delivery.Subscription.DeadLetterTarget is { } dead && IsTaken(dead, delivery, service) ? dead : null;
            Account.Cloud.Undelivered.Add(
                new("SNS", delivery.Topic.Arn, delivery.Subscription.Endpoint, refused.Code, refused.Message, taken)
            );
        }
    }

    private bool IsTaken(string queue, Delivery delivery, CloudAccount service)
    {
        try
        {
            service.Peer<SqsService>(queue).SendMessage(queue, Envelope(delivery).ToJsonString());
            return true;
        }
        catch (CloudException)
        {
            return false;
        }
    }

    private void Deliver(Delivery delivery, CloudAccount service)
    {
        var endpoint = delivery.Subscription.Endpoint;
        switch (delivery.Subscription.Protocol)
        {
            case "sqs" when delivery.Subscription.RawMessageDelivery:
                service.Peer<SqsService>(endpoint).SendMessage(endpoint, delivery.Message, delivery.Attributes);
                break;
            case "sqs":
                service.Peer<SqsService>(endpoint).SendMessage(endpoint, Envelope(delivery).ToJsonString());
                break;
            case "lambda":
                service.Peer<LambdaService>(endpoint).InvokeLater(endpoint, LambdaEvent(delivery).ToJsonString());
                break;
            default:
                Account.Cloud.Outages.CheckMail(service, endpoint, delivery.Subject);
                Account.Cloud.Outbox.Send(
                    new DeliveredMail(
                        Account.Id,
                        delivery.Topic.Arn,
                        endpoint,
                        delivery.Subject ?? "AWS Notification Message",
                        delivery.Message,
                        delivery.Attributes,
                        Time.GetUtcNow()
                    )
                );
                break;
        }
    }

    private JsonObject LambdaEvent(Delivery delivery) =>
        new()
        {
            ["Records"] = new JsonArray(
                new JsonObject
                {
                    ["EventVersion"] = "1.0",
                    ["EventSubscriptionArn"] = delivery.Subscription.Arn,
                    ["EventSource"] = "aws:sns",
                    ["Sns"] = Envelope(delivery),
                }
            ),
        };

    private JsonObject Envelope(Delivery delivery)
    {
        var envelope = new JsonObject
        {
            ["Type"] = "Notification",
            ["MessageId"] = delivery.MessageId,
            ["TopicArn"] = delivery.Topic.Arn,
            ["Subject"] = delivery.Subject,
            ["Message"] = delivery.Message,
            ["Timestamp"] = Time.GetUtcNow()
                .UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
        };
        if (delivery.Subject is null)
        {
            envelope.Remove("Subject");
        }
        if (!delivery.Attributes.IsEmpty)
        {
            envelope["MessageAttributes"] = new JsonObject(
                delivery.Attributes.Select(one =>
                    KeyValuePair.Create(one.Key, (JsonNode?)new JsonObject { ["Type"] = one.Value.DataType, ["Value"] = one.Value.Value })
                )
            );
        }
        return envelope;
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

    private sealed record Delivery(
        Topic Topic,
        Subscription Subscription,
        string MessageId,
        string Message,
        string? Subject,
        ImmutableSortedDictionary<string, MessageAttribute> Attributes
    );
}
