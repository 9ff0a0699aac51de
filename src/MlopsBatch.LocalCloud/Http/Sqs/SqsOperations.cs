using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Http.Sqs;

/// <summary>What is asked of queues, whichever protocol it comes by.</summary>
internal static class SqsOperations
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    public static readonly IReadOnlyDictionary<string, Func<ServiceCall, JsonObject, Task<JsonObject>>> All = new Dictionary<
        string,
        Func<ServiceCall, JsonObject, Task<JsonObject>>
    >(StringComparer.Ordinal)
    {
        ["SendMessage"] = Now(Send),
        ["ReceiveMessage"] = ReceiveAsync,
        ["DeleteMessage"] = Now(Delete),
        ["ChangeMessageVisibility"] = Now(ChangeVisibility),
        ["PurgeQueue"] = Now(Purge),
        ["GetQueueUrl"] = Now(GetUrl),
        ["GetQueueAttributes"] = Now(GetAttributes),
        ["ListQueues"] = Now(List),
    };

    private static Func<ServiceCall, JsonObject, Task<JsonObject>> Now(Func<ServiceCall, JsonObject, JsonObject> operation) =>
        (call, input) => Task.FromResult(operation(call, input));

    private static JsonObject Send(ServiceCall call, JsonObject input)
    {
        var body = Text(input, "MessageBody");
        var attributes = (input["MessageAttributes"] as JsonObject ?? []).Select(attribute =>
            KeyValuePair.Create(
                attribute.Key,
                new MessageAttribute(
                    attribute.Value!["StringValue"]?.GetValue<string>()
                        ?? throw new CloudException("InvalidParameterValue", "The local cloud has no message attributes but texts."),
                    attribute.Value["DataType"]?.GetValue<string>() ?? "String"
                )
            )
        );
        var id = Queues(call, input, out var queue).SendMessage(queue, body, attributes);
        return new JsonObject { ["MessageId"] = id, ["MD5OfMessageBody"] = Digest(body) };
    }

    private static async Task<JsonObject> ReceiveAsync(ServiceCall call, JsonObject input)
    {
        var queues = Queues(call, input, out var queue);
        var max = Number(input, "MaxNumberOfMessages", 1, 10) ?? 1;
        var visibility = Number(input, "VisibilityTimeout", 0, 43200) is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var polls = (Number(input, "WaitTimeSeconds", 0, 20) ?? 0) * (int)(TimeSpan.FromSeconds(1) / Poll);
        var received = queues.ReceiveMessage(queue, max, visibility);
        while (received.Count == 0 && polls-- > 0)
        {
            await Task.Delay(Poll, call.Time, call.Http.RequestAborted);
            received = queues.ReceiveMessage(queue, max, visibility);
        }
        return received.Count == 0 ? [] : new JsonObject { ["Messages"] = new JsonArray([.. received.Select(Row)]) };
    }

    private static JsonObject Delete(ServiceCall call, JsonObject input)
    {
        Queues(call, input, out var queue).DeleteMessage(queue, Text(input, "ReceiptHandle"));
        return [];
    }

    private static JsonObject ChangeVisibility(ServiceCall call, JsonObject input)
    {
        var seconds = Number(input, "VisibilityTimeout", 0, 43200) ?? throw Missing("VisibilityTimeout");
        Queues(call, input, out var queue).ChangeMessageVisibility(queue, Text(input, "ReceiptHandle"), TimeSpan.FromSeconds(seconds));
        return [];
    }

    private static JsonObject Purge(ServiceCall call, JsonObject input)
    {
        Queues(call, input, out var queue).PurgeQueue(queue);
        return [];
    }

    private static JsonObject GetUrl(ServiceCall call, JsonObject input) =>
        new()
        {
            ["QueueUrl"] = call.Owner(input["QueueOwnerAWSAccountId"]?.GetValue<string>())
                .Service<SqsService>()
                .GetQueueUrl(Text(input, "QueueName")),
        };

    private static JsonObject List(ServiceCall call, JsonObject input)
    {
        var prefix = input["QueueNamePrefix"]?.GetValue<string>() ?? "";
        var urls = call
            .Account.Service<SqsService>()
            .ListQueues()
            .Where(url => url.Split('/')[^1].StartsWith(prefix, StringComparison.Ordinal));
        return new JsonObject { ["QueueUrls"] = new JsonArray([.. urls.Select(url => (JsonNode?)url)]) };
    }

    private static JsonObject GetAttributes(ServiceCall call, JsonObject input)
    {
        var queues = Queues(call, input, out var queue);
        var set = queues.GetQueueAttributes(queue);
        var now = call.Account.Time.GetUtcNow();
        var hidden = queues.Contents(queue).Count(message => message.VisibleFrom > now);
        var all = new Dictionary<string, string?>
        {
            ["QueueArn"] = queues.GetQueueArn(queue),
            ["ApproximateNumberOfMessages"] = Whole(queues.Contents(queue).Count - hidden),
            ["ApproximateNumberOfMessagesNotVisible"] = Whole(hidden),
            ["ApproximateNumberOfMessagesDelayed"] = "0",
            ["VisibilityTimeout"] = Whole(set.VisibilityTimeout.TotalSeconds),
            ["MessageRetentionPeriod"] = Whole(set.Retention.TotalSeconds),
            ["KmsMasterKeyId"] = set.KmsKey,
            ["Policy"] = queues.Queue(queue).Policy,
            ["RedrivePolicy"] = set.DeadLetterTarget is { } dead
                ? new JsonObject { ["deadLetterTargetArn"] = dead, ["maxReceiveCount"] = set.MaxReceiveCount }.ToJsonString()
                : null,
        };
        var asked = (input["AttributeNames"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).ToList();
        var given = all.Where(entry => entry.Value is not null && (asked.Contains("All") || asked.Contains(entry.Key)));
        return new JsonObject
        {
            ["Attributes"] = new JsonObject(given.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value))),
        };
    }

    private static JsonObject Row(SqsMessage message)
    {
        var row = new JsonObject
        {
            ["MessageId"] = message.MessageId,
            ["ReceiptHandle"] = message.ReceiptHandle,
            ["MD5OfBody"] = Digest(message.Body),
            ["Body"] = message.Body,
            ["Attributes"] = new JsonObject
            {
                ["SenderId"] = message.SenderId,
                ["SentTimestamp"] = Whole(message.Sent.ToUnixTimeMilliseconds()),
                ["ApproximateReceiveCount"] = Whole(message.ReceiveCount),
                ["ApproximateFirstReceiveTimestamp"] = Whole(message.FirstReceived!.Value.ToUnixTimeMilliseconds()),
            },
        };
        if (!message.Attributes.IsEmpty)
        {
            row["MessageAttributes"] = new JsonObject(
                message.Attributes.Select(attribute =>
                    KeyValuePair.Create(
                        attribute.Key,
                        (JsonNode?)new JsonObject { ["StringValue"] = attribute.Value.Value, ["DataType"] = attribute.Value.DataType }
                    )
                )
            );
        }
        return row;
    }

    private static SqsService Queues(ServiceCall call, JsonObject input, out string queue)
    {
        // Clients with an endpoint of their own may put that in place of the service's host; account and name say it all.
        var url = Text(input, "QueueUrl");
        var owner = call.Owner(url);
        queue = url.Split('/')[^1];
        return owner.Service<SqsService>();
    }

    private static string Text(JsonObject input, string name) => input[name]?.GetValue<string>() ?? throw Missing(name);

    private static int? Number(JsonObject input, string name, int min, int max) =>
        input[name] is not { } value ? null
        : int.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= min
        && number <= max
            ? number
        : throw new CloudException(
            "InvalidParameterValue",
            $"Value {value} for parameter {name} is invalid. Must be between {min} and {max}."
        );

    private static CloudException Missing(string name) => new("MissingParameter", $"The request must contain the parameter {name}.");

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static string Digest(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
