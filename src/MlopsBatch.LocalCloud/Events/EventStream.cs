using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>
/// What the services of one account emit. Subscribers are called one after the other on the emitting thread, in the
/// order in which they subscribed; what they throw goes back to the emitter.
/// </summary>
public sealed class EventStream
{
    private readonly IdSource _ids;
    private readonly TimeProvider _time;
    private ImmutableList<Action<CloudEvent>> _subscribers = [];

    /// <param name="account">Twelve digits.</param>
    /// <param name="region">For example eu-west-1.</param>
    /// <param name="ids">Gives the events their ids.</param>
    /// <param name="time">Gives the events their time.</param>
    public EventStream(string account, string region, IdSource ids, TimeProvider time)
    {
        Account = account;
        Region = region;
        _ids = ids;
        _time = time;
    }

    /// <summary>The account whose default bus gets the events.</summary>
    public string Account { get; }

    /// <summary>The region of that bus.</summary>
    public string Region { get; }

    /// <summary>Calls back for every event from now on; dispose the result to stop that.</summary>
    public IDisposable Subscribe(Action<CloudEvent> subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ImmutableInterlocked.Update(ref _subscribers, list => list.Add(subscriber));
        return new Subscription(() => ImmutableInterlocked.Update(ref _subscribers, list => list.Remove(subscriber)));
    }

    /// <summary>Emits an event of this account, now.</summary>
    public void Publish(string source, string detailType, IReadOnlyList<string> resources, JsonObject detail)
    {
        var happened = new CloudEvent(
            _ids.NextGuid("event " + Account).ToString(),
            detailType,
            source,
            Account,
            _time.GetUtcNow(),
            Region,
            resources,
            detail
        );
        foreach (var subscriber in _subscribers)
        {
            subscriber(happened);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
