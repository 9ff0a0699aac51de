using System.Collections.Concurrent;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>Steps that take longer than others, for a while.</summary>
internal sealed class SlowSteps
{
    private readonly ConcurrentDictionary<string, Slow> _slow = new(StringComparer.Ordinal);

    public bool Includes(string step) => _slow.ContainsKey(step);

    /// <summary>From now on, until the result is disposed.</summary>
    public IDisposable Begin(string step) => _slow.GetOrAdd(step, _ => new(() => _slow.TryRemove(step, out Slow? _)));

    private sealed class Slow(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
