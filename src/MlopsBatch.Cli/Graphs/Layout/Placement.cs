namespace MlopsBatch.Cli.Graphs.Layout;

/// <summary>Where slots stand in their layers: near their neighbours, in the given order, without touching.</summary>
internal static class Placement
{
    private const double Gap = 26;
    private const double PassageGap = 14;
    private const int Rounds = 60;

    /// <summary>How much more a long arrow's passage pulls than a node: long arrows are to be straight.</summary>
    private const double PassageWeight = 6;

    /// <summary>What is alone moves nothing.</summary>
    private const double AloneWeight = 1e-6;

    public static void Place(IReadOnlyList<List<LayoutSlot>> layers)
    {
        foreach (var layer in layers)
        {
            Fit(layer, slot => slot.AcrossCentre);
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var layer in round % 2 == 0 ? layers : layers.Reverse())
            {
                Fit(layer, Wish);
            }
        }

        var least = layers.SelectMany(layer => layer).Min(slot => slot.AcrossCentre - (slot.Across / 2));
        foreach (var slot in layers.SelectMany(layer => layer))
        {
            slot.AcrossCentre -= least;
        }
    }

    /// <summary>
    /// The mean of the neighbours' places. What is alone wishes itself to the start, and so ends up beside its predecessor.
    /// </summary>
    private static double Wish(LayoutSlot slot)
    {
        var neighbours = slot
            .Before.Concat(slot.After)
            .Select(other => (Place: other.AcrossCentre, Weight: slot.IsPassage && other.IsPassage ? PassageWeight : 1))
            .ToList();
        return slot.IsAlone ? 0 : neighbours.Sum(one => one.Place * one.Weight) / neighbours.Sum(one => one.Weight);
    }

    /// <summary>
    /// The places nearest to the wished ones (weighted least squares) that keep order and distance: with the distances taken
    /// off, the wishes have to rise, and neighbours that don't are pooled at their mean (isotonic regression).
    /// </summary>
    private static void Fit(List<LayoutSlot> layer, Func<LayoutSlot, double> wish)
    {
        var offsets = new double[layer.Count];
        for (var at = 1; at < layer.Count; at++)
        {
            offsets[at] = offsets[at - 1] + Distance(layer[at - 1], layer[at]);
        }

        var pools = new List<(double Mean, double Weight, int Count)>();
        for (var at = 0; at < layer.Count; at++)
        {
            var pool = (Mean: wish(layer[at]) - offsets[at], Weight: WeightOf(layer[at]), Count: 1);
            while (pools.Count > 0 && pools[^1].Mean > pool.Mean)
            {
                var last = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                var weight = last.Weight + pool.Weight;
                pool = (((last.Mean * last.Weight) + (pool.Mean * pool.Weight)) / weight, weight, last.Count + pool.Count);
            }

            pools.Add(pool);
        }

        foreach (var (at, place) in pools.SelectMany(pool => Enumerable.Repeat(pool.Mean, pool.Count)).Index())
        {
            layer[at].AcrossCentre = place + offsets[at];
        }
    }

    private static double WeightOf(LayoutSlot slot) =>
        slot.IsAlone ? AloneWeight
        : slot.IsPassage ? PassageWeight
        : 1;

    private static double Distance(LayoutSlot one, LayoutSlot other) =>
        ((one.Across + other.Across) / 2) + (one.IsPassage && other.IsPassage ? PassageGap : Gap);
}
