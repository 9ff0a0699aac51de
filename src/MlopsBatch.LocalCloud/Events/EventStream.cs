using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Activity;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>
/// What happens on one event bus. Every subscriber has a mailbox of its own: it gets all events in their order, in the
/// background, and what it throws goes to <see cref="ActivityMonitor.Faults"/>.
/// </summary>
public sealed class EventStream
{
    private readonly IdSource _ids;
    private readonly TimeProvider _time;
    private readonly ActivityMonitor _activity;
    private ImmutableList<Mailbox<CloudEvent>> _subscribers = [];

    internal EventStream(string account, string region, IdSource ids, TimeProvider time, ActivityMonitor activity)
    {
        Account = account;
        Region = region;
        _ids = ids;
        _time = time;
        _activity = activity;
    }

    /// <summary>The account whose bus it is.</summary>
    public string Account { get; }

    /// <summary>The region of that bus.</summary>
    public string Region { get; }

    /// <summary>Calls back for every event from now on; dispose the result to stop that.</summary>
    public IDisposable Subscribe(Action<CloudEvent> subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return Subscribe(
            $"a subscriber of the events of account {Account}",
            happened =>
            {
                subscriber(happened);
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>Emits an event of this account, now.</summary>
    public void Publish(string source, string detailType, IReadOnlyList<string> resources, JsonObject detail) =>
        Publish(
            new CloudEvent(
                _ids.NextGuid("event " + Account).ToString(),
                detailType,
                source,
                Account,
                _time.GetUtcNow(),
                Region,
                resources,
                detail
            )
        );

    /// <summary>Emits an event as it is; one that was emitted before is thereby delivered once more, with its own id.</summary>
    public void Publish(CloudEvent happened)
    {
        foreach (var subscriber in _subscribers)
        {
            subscriber.Post(happened);
        }
    }

    internal IDisposable Subscribe(string name, Func<CloudEvent, Task> subscriber)
    {
        var mailbox = new Mailbox<CloudEvent>(name, _activity, subscriber);
        ImmutableInterlocked.Update(ref _subscribers, list => list.Add(mailbox));
        return new Subscription(() =>
        {
            ImmutableInterlocked.Update(ref _subscribers, list => list.Remove(mailbox));
            mailbox.Close();
        });
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
