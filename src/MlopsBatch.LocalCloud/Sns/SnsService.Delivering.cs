using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Sns;

public sealed partial class SnsService
{
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
            case "https":
                Post(delivery.Topic.Arn, endpoint, Envelope(delivery));
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

    /// <summary>What an endpoint answers by visiting the URL, before it gets anything else.</summary>
    private JsonObject Confirmation(Subscription subscription) =>
        new()
        {
            ["Type"] = "SubscriptionConfirmation",
            ["MessageId"] = Account.Cloud.Ids.NextGuid("sns confirmation " + subscription.Arn).ToString(),
            ["Token"] = Account.Cloud.Ids.NextGuid("sns token " + subscription.Arn).ToString("N"),
            ["TopicArn"] = subscription.TopicArn,
            ["Message"] = $"You have chosen to subscribe to the topic {subscription.TopicArn}.",
            ["SubscribeURL"] = $"https://sns.{Account.Region}.amazonaws.com/?Action=ConfirmSubscription&TopicArn={subscription.TopicArn}",
            ["Timestamp"] = Timestamp(),
        };

    private void Post(string topic, string endpoint, JsonObject body)
    {
        var box = Account.Cloud.PostBox;
        box.Signer.Sign(body, $"https://sns.{Account.Region}.amazonaws.com/SimpleNotificationService-local.pem");
        box.Send(new(topic, endpoint, body["Type"]!.ToString(), body));
    }

    private string Timestamp() =>
        Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

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
            ["Timestamp"] = Timestamp(),
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

    private sealed record Delivery(
        Topic Topic,
        Subscription Subscription,
        string MessageId,
        string Message,
        string? Subject,
        ImmutableSortedDictionary<string, MessageAttribute> Attributes
    );
}
