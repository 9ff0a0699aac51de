using System.Xml.Linq;
using MlopsBatch.LocalCloud.Http.Protocols;
using MlopsBatch.LocalCloud.Sns;

namespace MlopsBatch.LocalCloud.Http.Sns;

/// <summary>SNS: publishing, and looking at topics and subscriptions.</summary>
internal sealed class SnsApi : QueryApi
{
    public SnsApi()
        : base("http://sns.amazonaws.com/doc/2010-03-31/")
    {
        Add("Publish", Publish);
        Add("ListTopics", (call, _) => ListTopics(call));
        Add("ListSubscriptions", (call, _) => Rows(call.Account, call.Account.Service<SnsService>().ListSubscriptions()));
        Add("ListSubscriptionsByTopic", ListByTopic);
    }

    /// <inheritdoc/>
    public override string Service => "sns";

    /// <inheritdoc/>
    protected override ApiFault Fault(CloudException error) =>
        error.Code switch
        {
            "AccessDenied" => new(403, "AuthorizationError", error.Message),
            "NotFound" => new(404, "NotFound", error.Message),
            _ => base.Fault(error),
        };

    private static IEnumerable<XElement> Publish(ServiceCall call, QueryForm form)
    {
        var topic =
            form.Find("TopicArn") ?? form.Find("TargetArn") ?? throw new CloudException("InvalidParameter", "Invalid parameter: TopicArn");
        var id = call.Owner(topic)
            .Service<SnsService>()
            .Publish(
                topic,
                form.Find("Message") ?? "",
                form.Find("Subject"),
                FormAttributes.Read(form, "MessageAttributes.entry"),
                form.Find("MessageStructure")
            );
        return [new("MessageId", id)];
    }

    private static IEnumerable<XElement> ListTopics(ServiceCall call) =>
        [
            new(
                "Topics",
                call.Account.Service<SnsService>().ListTopics().Select(topic => new XElement("member", new XElement("TopicArn", topic.Arn)))
            ),
        ];

    private static IEnumerable<XElement> ListByTopic(ServiceCall call, QueryForm form)
    {
        var topic = form.Find("TopicArn") ?? throw new CloudException("InvalidParameter", "Invalid parameter: TopicArn");
        var owner = call.Owner(topic);
        return Rows(owner, owner.Service<SnsService>().ListSubscriptionsByTopic(topic));
    }

    private static IEnumerable<XElement> Rows(CloudAccount owner, IEnumerable<Subscription> subscriptions) =>
        [
            new(
                "Subscriptions",
                subscriptions.Select(subscription => new XElement(
                    "member",
                    new XElement("SubscriptionArn", subscription.Arn),
                    new XElement("Owner", owner.Id),
                    new XElement("Protocol", subscription.Protocol),
                    new XElement("Endpoint", subscription.Endpoint),
                    new XElement("TopicArn", subscription.TopicArn)
                ))
            ),
        ];
}
