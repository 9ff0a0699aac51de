using System.Collections.Concurrent;
using MlopsBatch.LocalCloud.Events;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>
/// Delivers each event once more, unchanged: "at least once" is what EventBridge promises
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-how-it-works-concepts.html).
/// </summary>
internal sealed class DoubleDelivery : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> _repeated = new(StringComparer.Ordinal);
    private readonly List<IDisposable> _subscriptions;

    public DoubleDelivery(IReadOnlyList<EventStream> streams) =>
        _subscriptions = [.. streams.Select(stream => stream.Subscribe(happened => Repeat(stream, happened)))];

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    private void Repeat(EventStream stream, CloudEvent happened)
    {
        if (_repeated.TryAdd(happened.Id, true))
        {
            stream.Publish(happened);
        }
    }
}
