namespace MlopsBatch.Rehearsal.Mutations;

/// <summary>A part of many faults in which each kind has its share, at least one.</summary>
internal static class MutationSample
{
    /// <param name="all">The faults.</param>
    /// <param name="most">How many; null for all.</param>
    /// <param name="seed">The same seed draws the same ones.</param>
    public static IReadOnlyList<Mutation> Of(IReadOnlyList<Mutation> all, int? most, int seed)
    {
        if (most is not { } count || count >= all.Count)
        {
            return all;
        }

        var random = new Random(seed);
        var drawn = all.GroupBy(one => one.Kind)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .SelectMany(kind =>
            {
                var shuffled = kind.ToArray();
                random.Shuffle(shuffled);
                // The first of each kind come before all others, then each kind in its share.
                return shuffled.Select((one, index) => (one, Place: (index + 0.5) / shuffled.Length, IsFirst: index == 0));
            })
            .OrderByDescending(one => one.IsFirst)
            .ThenBy(one => one.Place)
            .Take(count)
            .Select(one => one.one)
            .ToHashSet();
        return [.. all.Where(drawn.Contains)];
    }
}
