using System.Collections.Concurrent;

namespace MlopsBatch.LocalCloud.Activity;

/// <summary>Everything that the services of a cloud couldn't deliver.</summary>
public sealed class UndeliveredLog
{
    private readonly ConcurrentQueue<Undelivered> _all = new();

    internal UndeliveredLog() { }

    /// <summary>In the order in which it was given up.</summary>
    public IReadOnlyList<Undelivered> All => [.. _all];

    internal void Add(Undelivered one) => _all.Enqueue(one);
}
