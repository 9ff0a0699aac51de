using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What is behind an output: its value, what it came from, and whether it is known and secret.</summary>
internal readonly record struct OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
{
    public OutputData<TResult> With<TResult>(TResult value) => new(Resources, value, IsKnown, IsSecret);

    /// <summary>The same origin and secrecy, without a value.</summary>
    public OutputData<TResult> AsUnknown<TResult>() => new(Resources, default!, false, IsSecret);

    /// <summary>The inner value, with the origins and the secrecy of both.</summary>
    public OutputData<TResult> Then<TResult>(OutputData<TResult> inner) =>
        new(OutputData.Union(Resources, inner.Resources), inner.Value, IsKnown && inner.IsKnown, IsSecret || inner.IsSecret);
}

internal static class OutputData
{
    public static OutputData<T> Known<T>(T value, bool isSecret = false) => new([], value, true, isSecret);

    public static ImmutableHashSet<Resource> Union(ImmutableHashSet<Resource> first, ImmutableHashSet<Resource> second) =>
        first.IsEmpty || ReferenceEquals(first, second) ? second
        : second.IsEmpty ? first
        : first.Union(second);
}
