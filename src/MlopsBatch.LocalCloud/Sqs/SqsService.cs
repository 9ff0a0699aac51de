using System.Collections.Concurrent;
using System.Collections.Immutable;
using MlopsBatch.LocalCloud.Kms;

namespace MlopsBatch.LocalCloud.Sqs;

/// <summary>
/// SQS of one account: standard queues. A queue is named by its URL or its ARN.
/// Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/
/// </summary>
public sealed class SqsService : AccountService
{
    private const int MaxBodyBytes = 1 << 20;

    private readonly ConcurrentDictionary<string, SqsQueue> _queues = new(StringComparer.Ordinal);

    internal SqsService(CloudAccount account)
        : base(account) { }

    /// <summary>Makes a queue.</summary>
    /// <returns>Its URL.</returns>
    /// <exception cref="CloudException">QueueNameExists.</exception>
    public string CreateQueue(string name, QueueAttributes attributes)
    {
        var arn = Account.Arn("sqs", name);
        Authorize("sqs:CreateQueue", arn);
        var url = $"https://sqs.{Account.Region}.amazonaws.com/{Account.Id}/{name}";
        var queue = new SqsQueue(name, arn, url, attributes);
        if (!_queues.TryAdd(name, queue))
        {
            throw new CloudException("QueueNameExists", $"There is a queue '{name}' already.");
        }
        Account.CloudWatch.Watch(new("AWS/SQS", "ApproximateNumberOfMessagesVisible", ("QueueName", name)), () => VisibleCount(queue));
        Account.CloudWatch.Watch(new("AWS/SQS", "ApproximateAgeOfOldestMessage", ("QueueName", name)), () => AgeOfOldest(queue));
        return url;
    }

    /// <summary>Every queue's URL, by name.</summary>
    public IReadOnlyList<string> ListQueues()
    {
        Authorize("sqs:ListQueues", "*");
        return [.. _queues.Values.OrderBy(queue => queue.Name, StringComparer.Ordinal).Select(queue => queue.Url)];
    }

    /// <exception cref="CloudException">QueueDoesNotExist.</exception>
    public string GetQueueUrl(string name)
    {
        var queue = Queue(name);
        Authorize("sqs:GetQueueUrl", queue.Arn, queue.Policy);
        return queue.Url;
    }

    public string GetQueueArn(string queue) => Queue(queue).Arn;

    public QueueAttributes GetQueueAttributes(string queue)
    {
        var found = Queue(queue);
        Authorize("sqs:GetQueueAttributes", found.Arn, found.Policy);
        return found.Attributes;
    }

    public void SetQueueAttributes(string queue, QueueAttributes attributes)
    {
        var found = Queue(queue);
        Authorize("sqs:SetQueueAttributes", found.Arn, found.Policy);
        found.Attributes = attributes;
    }

    /// <summary>Sets or, with null, takes away the queue's policy.</summary>
    public void SetPolicy(string queue, string? policy)
    {
        var found = Queue(queue);
        Authorize("sqs:SetQueueAttributes", found.Arn, found.Policy);
        found.Policy = policy;
    }

    public void DeleteQueue(string queue)
    {
        var found = Queue(queue);
        Authorize("sqs:DeleteQueue", found.Arn, found.Policy);
        _queues.TryRemove(found.Name, out _);
        Account.CloudWatch.Unwatch("AWS/SQS", ("QueueName", found.Name));
    }

    public void PurgeQueue(string queue)
    {
        var found = Queue(queue);
        Authorize("sqs:PurgeQueue", found.Arn, found.Policy);
        found.Clear();
        Changed(found);
    }

    /// <summary>Sends a message.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="CloudException">QueueDoesNotExist, InvalidMessageContents, or AccessDenied to the queue or its key.</exception>
    public string SendMessage(string queue, string body, IEnumerable<KeyValuePair<string, MessageAttribute>>? attributes = null)
    {
        var found = Queue(queue);
        Authorize("sqs:SendMessage", found.Arn, found.Policy);
        KeyUse.Use(Account.Cloud, Caller, Account.Id, "sqs", found.Attributes.KmsKey, "kms:GenerateDataKey", "kms:Decrypt");
        if (body.Length == 0 || System.Text.Encoding.UTF8.GetByteCount(body) > MaxBodyBytes)
        {
            throw new CloudException("InvalidMessageContents", $"A message has 1 to {MaxBodyBytes} bytes.");
        }
        var message = new SqsMessage
        {
            MessageId = Account.Cloud.Ids.NextGuid("sqs message " + found.Arn).ToString(),
            Body = body,
            Attributes = (attributes ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Sent = Time.GetUtcNow(),
            SenderId = Caller.Principal.Arn,
        };
        found.Add(message);
        Changed(found);
        return message.MessageId;
    }

    /// <summary>Receives what is visible; what was received too often goes to the dead-letter queue instead.</summary>
    /// <param name="queue">URL or ARN.</param>
    /// <param name="max">1 to 10.</param>
    /// <param name="visibility">How long it stays hidden; the queue's setting if null.</param>
    public IReadOnlyList<SqsMessage> ReceiveMessage(string queue, int max = 1, TimeSpan? visibility = null)
    {
        var found = Queue(queue);
        Authorize("sqs:ReceiveMessage", found.Arn, found.Policy);
        KeyUse.Use(Account.Cloud, Caller, Account.Id, "sqs", found.Attributes.KmsKey, "kms:Decrypt");
        var (received, tooOften) = found.Receive(
            Math.Clamp(max, 1, 10),
            visibility ?? found.Attributes.VisibilityTimeout,
            Time.GetUtcNow(),
            () => Account.Cloud.Ids.Next("sqs receipt " + found.Arn, 32)
        );
        foreach (var message in tooOften)
        {
            var target = Account.Peer<SqsService>(found.Attributes.DeadLetterTarget!);
            var dead = target.Queue(found.Attributes.DeadLetterTarget!);
            dead.Add(message with { ReceiveCount = 0, VisibleFrom = default, ReceiptHandle = "" });
            target.Changed(dead);
        }
        Changed(found);
        return received;
    }

    /// <summary>Deletes a message that was received; no error if it is gone.</summary>
    public void DeleteMessage(string queue, string receiptHandle)
    {
        var found = Queue(queue);
        Authorize("sqs:DeleteMessage", found.Arn, found.Policy);
        found.Delete(receiptHandle);
        Changed(found);
    }

    public void ChangeMessageVisibility(string queue, string receiptHandle, TimeSpan visibility)
    {
        var found = Queue(queue);
        Authorize("sqs:ChangeMessageVisibility", found.Arn, found.Policy);
        if (!found.SetVisibility(receiptHandle, Time.GetUtcNow() + visibility))
        {
            throw new CloudException("ReceiptHandleIsInvalid", $"The queue '{found.Name}' has no message of that receipt handle.");
        }
    }

    /// <summary>What is in a queue, hidden or not. For reports; it isn't a call of SQS's API and changes nothing.</summary>
    public IReadOnlyList<SqsMessage> Contents(string queue) => Queue(queue).Contents(Time.GetUtcNow());

    internal SqsQueue? Find(string arn) => _queues.GetValueOrDefault(arn.Split(':')[^1]);

    internal SqsQueue Queue(string nameUrlOrArn)
    {
        var name = nameUrlOrArn.Split('/', ':')[^1];
        return _queues.TryGetValue(name, out var queue) && (nameUrlOrArn == name || nameUrlOrArn == queue.Url || nameUrlOrArn == queue.Arn)
            ? queue
            : throw new CloudException(
                "QueueDoesNotExist",
                $"There is no queue '{nameUrlOrArn}' in account {Account.Id}.{DidYouMean.Hint(name, _queues.Keys)}"
            );
    }

    private void Changed(SqsQueue queue) => Account.CloudWatch.Reconsider("AWS/SQS", ("QueueName", queue.Name));

    private double? VisibleCount(SqsQueue queue)
    {
        var now = Time.GetUtcNow();
        return queue.Contents(now).Count(message => message.VisibleFrom <= now);
    }

    private double? AgeOfOldest(SqsQueue queue)
    {
        var now = Time.GetUtcNow();
        return queue.Contents(now) is { IsEmpty: false } messages ? (now - messages.Min(message => message.Sent)).TotalSeconds : 0;
    }
}
