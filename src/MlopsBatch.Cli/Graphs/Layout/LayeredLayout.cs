namespace MlopsBatch.Cli.Graphs.Layout;

/// <summary>
/// Lays a panel out in layers (Sugiyama, Tagawa, Toda 1981): layers by the longest way, order by barycentres, places near the
/// neighbours. The same panel always gives the same places.
/// </summary>
internal static class LayeredLayout
{
    private const double LayerGap = 38;
    private const double WideLayerGap = 230;
    private const double PassageWidth = 10;

    public static PlacedPanel Of(Panel panel)
    {
        var places = Layering.Of(panel);
        var slots = panel.Nodes.ToDictionary(node => node.Id, node => SlotOf(node, panel, places));
        var chains = panel.Edges.Where(edge => !edge.IsBack).Select(edge => ChainOf(edge, slots, panel.Flow)).ToList();
        var layers = Enumerable.Range(0, places.Values.Max() + 1).Select(_ => new List<LayoutSlot>()).ToList();
        foreach (var slot in slots.Values.Concat(chains.SelectMany(chain => chain.Slots.Skip(1).SkipLast(1))))
        {
            layers[slot.Layer].Add(slot);
        }

        Ordering.Order(layers);
        Placement.Place(layers);
        var back = panel.Edges.Where(edge => edge.IsBack).ToList();
        var routes = new BackRoutes(back, slots);
        SetAlong(layers, panel.Flow, routes);
        return new PanelAssembly(panel, slots, chains, routes).Assemble();
    }

    private static LayoutSlot SlotOf(Node node, Panel panel, IReadOnlyDictionary<string, int> layers)
    {
        var here = layers[node.Id];
        var others = panel
            .Edges.Where(edge => edge.From == node.Id || edge.To == node.Id)
            .Select(edge => edge.IsBack ? edge.From == node.Id : layers[edge.From == node.Id ? edge.To : edge.From] > here)
            .ToList();
        var most = Math.Max(others.Count(after => after), others.Count(after => !after));
        var (width, height) = Sizes.Of(node, most, panel.Flow);
        if (panel.Flow == Flow.Down)
        {
            return new(here, height, width) { Node = node };
        }
        // One below the other, boxes look best with one width.
        return new(here, panel.Nodes.Where(other => layers[other.Id] == here).Max(other => Sizes.Of(other, 0, panel.Flow).Width), height)
        {
            Node = node,
        };
    }

    private static Chain ChainOf(Edge edge, Dictionary<string, LayoutSlot> slots, Flow flow)
    {
        var isReversed = slots[edge.From].Layer > slots[edge.To].Layer;
        var (first, last) = isReversed ? (slots[edge.To], slots[edge.From]) : (slots[edge.From], slots[edge.To]);
        var between = last.Layer - first.Layer - 1;
        var chain = new List<LayoutSlot> { first };
        for (var at = 0; at < between; at++)
        {
            var isLabel = edge.Label.Length > 0 && at == between / 2;
            var (width, height) = isLabel ? (Sizes.WidthOf(edge.Label, Sizes.DetailFont) + 12, Sizes.DetailLine + 4) : (PassageWidth, 0);
            chain.Add(
                flow == Flow.Down
                    ? new(first.Layer + 1 + at, height, width) { Label = isLabel ? edge.Label : null }
                    : new(first.Layer + 1 + at, width, height) { Label = isLabel ? edge.Label : null }
            );
        }

        chain.Add(last);
        foreach (var (one, next) in chain.Zip(chain.Skip(1)))
        {
            one.After.Add(next);
            next.Before.Add(one);
        }

        return new(edge, chain, isReversed);
    }

    private static void SetAlong(List<List<LayoutSlot>> layers, Flow flow, BackRoutes routes)
    {
        var start = routes.RoomBefore(0);
        foreach (var (index, layer) in layers.Index())
        {
            var thickness = layer.Max(slot => slot.Along);
            // Nodes stand in the middle of their layer; passages go through all of it.
            foreach (var slot in layer)
            {
                slot.AlongStart = start + ((thickness - slot.Along) / 2);
            }
            // Short gaps beside layers that hold nothing but labels.
            var isThin =
                layer.All(slot => slot.Node is null) || (index + 1 < layers.Count && layers[index + 1].All(slot => slot.Node is null));
            start +=
                thickness
                + (
                    flow == Flow.Right ? WideLayerGap
                    : isThin ? LayerGap / 2
                    : LayerGap
                )
                + routes.RoomBefore(index + 1);
        }
    }
}
