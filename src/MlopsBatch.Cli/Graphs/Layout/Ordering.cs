namespace MlopsBatch.Cli.Graphs.Layout;

/// <summary>
/// In which order slots stand in their layers: by the barycentres of their neighbours, the order with the fewest crossings.
/// </summary>
internal static class Ordering
{
    private const int Sweeps = 24;

    public static void Order(IReadOnlyList<List<LayoutSlot>> layers)
    {
        var best = layers.Select(layer => layer.ToList()).ToList();
        var fewest = Crossings(layers);
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var forward = sweep % 2 == 0;
            foreach (var layer in forward ? layers.Skip(1) : layers.Reverse().Skip(1))
            {
                Sort(layer, layers, forward);
            }

            var crossings = Crossings(layers);
            if (crossings >= fewest)
            {
                continue;
            }

            (fewest, best) = (crossings, [.. layers.Select(layer => layer.ToList())]);
        }

        foreach (var (layer, order) in layers.Zip(best))
        {
            layer.Clear();
            layer.AddRange(order);
        }
    }

    private static void Sort(List<LayoutSlot> layer, IReadOnlyList<List<LayoutSlot>> layers, bool forward)
    {
        var positions = layers
            .SelectMany(one => one.Index())
            .ToDictionary(slot => slot.Item, slot => (double)slot.Index / layers[slot.Item.Layer].Count);
        var sorted = layer
            .OrderBy(slot => slot.IsAlone)
            .ThenBy(slot => Neighbours(slot, forward).Select(other => positions[other]).DefaultIfEmpty(positions[slot]).Average())
            .ToList();
        layer.Clear();
        layer.AddRange(sorted);
    }

    private static List<LayoutSlot> Neighbours(LayoutSlot slot, bool forward) => forward ? slot.Before : slot.After;

    private static int Crossings(IReadOnlyList<List<LayoutSlot>> layers)
    {
        var positions = layers.SelectMany(one => one.Index()).ToDictionary(slot => slot.Item, slot => slot.Index);
        var crossings = 0;
        foreach (var layer in layers)
        {
            var ends = layer.SelectMany(slot => slot.After.Select(other => (From: positions[slot], To: positions[other]))).ToList();
            for (var one = 0; one < ends.Count; one++)
            {
                for (var other = one + 1; other < ends.Count; other++)
                {
                    if ((ends[one].From - ends[other].From) * (ends[one].To - ends[other].To) < 0)
                    {
                        crossings++;
                    }
                }
            }
        }

        return crossings;
    }
}
