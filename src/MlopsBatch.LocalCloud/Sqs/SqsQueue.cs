using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Sqs;

/// <summary>A queue's messages. Time passes by the clock that is handed in; nothing runs by itself.</summary>
internal sealed class SqsQueue(string name, string arn, string url, QueueAttributes attributes)
{
    private readonly Lock _lock = new();
    private readonly List<SqsMessage> _messages = [];
    private ImmutableList<Action> _arrivals = [];

    public string Name => name;

    public string Arn => arn;

    public string Url => url;

    public QueueAttributes Attributes { get; set; } = attributes;

    public string? Policy { get; set; }

    /// <summary>Called when there may be something to receive; it only posts to a mailbox.</summary>
    public void OnArrival(Action callback) => ImmutableInterlocked.Update(ref _arrivals, list => list.Add(callback));

    public void OffArrival(Action callback) => ImmutableInterlocked.Update(ref _arrivals, list => list.Remove(callback));

    public void Add(SqsMessage message)
    {
        lock (_lock)
        {
            _messages.Add(message);
        }
        Announce();
    }

    public void Announce()
    {
        foreach (var arrival in _arrivals)
        {
            arrival();
        }
    }

    public ImmutableArray<SqsMessage> Contents(DateTimeOffset now)
    {
        lock (_lock)
        {
            _messages.RemoveAll(message => message.Sent + Attributes.Retention <= now);
            return [.. _messages];
        }
    }

    /// <summary>Takes up to a number of visible messages; those that were received too often come back apart.</summary>
    public (ImmutableArray<SqsMessage> Received, ImmutableArray<SqsMessage> TooOften) Receive(
        int max,
        TimeSpan visibility,
        DateTimeOffset now,
        Func<string> handle
    )
    {
        lock (_lock)
        {
            var visible = Contents(now).Where(message => message.VisibleFrom <= now).ToList();
            var tooOften = visible
                .Where(message => Attributes.DeadLetterTarget is not null && message.ReceiveCount >= Attributes.MaxReceiveCount)
                .ToImmutableArray();
            _messages.RemoveAll(tooOften.Contains);
            var received = ImmutableArray.CreateBuilder<SqsMessage>();
            foreach (var message in visible.Except(tooOften).Take(max))
            {
                var taken = message with
                {
                    ReceiveCount = message.ReceiveCount + 1,
                    FirstReceived = message.FirstReceived ?? now,
                    ReceiptHandle = handle(),
                    VisibleFrom = now + visibility,
                };
                _messages[_messages.IndexOf(message)] = taken;
                received.Add(taken);
            }
            return (received.ToImmutable(), tooOften);
        }
    }

    public bool Delete(string receiptHandle)
    {
        lock (_lock)
        {
            return _messages.RemoveAll(message => message.ReceiptHandle == receiptHandle) > 0;
        }
    }

    public bool SetVisibility(string receiptHandle, DateTimeOffset from)
    {
        lock (_lock)
        {
            var index = _messages.FindIndex(message => message.ReceiptHandle == receiptHandle);
            if (index >= 0)
            {
                _messages[index] = _messages[index] with { VisibleFrom = from };
            }
            return index >= 0;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _messages.Clear();
        }
    }
}
