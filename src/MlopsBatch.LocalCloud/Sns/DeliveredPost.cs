using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Sns;

/// <summary>What SNS would post to an HTTPS endpoint.</summary>
/// <param name="TopicArn">The topic.</param>
/// <param name="Endpoint">The URL.</param>
/// <param name="Type">SubscriptionConfirmation or Notification: the header <c>x-amz-sns-message-type</c>.</param>
/// <param name="Body">The JSON, signed.</param>
public sealed record DeliveredPost(string TopicArn, string Endpoint, string Type, JsonObject Body);
