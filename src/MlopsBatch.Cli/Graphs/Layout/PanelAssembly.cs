namespace MlopsBatch.Cli.Graphs.Layout;

/// <summary>Turns along and across into x and y, and gives every arrow its place at the sides of its nodes.</summary>
internal sealed class PanelAssembly(
    Panel panel,
    IReadOnlyDictionary<string, LayoutSlot> slots,
    IReadOnlyList<Chain> chains,
    BackRoutes routes
)
{
    private const double Margin = 4;

    private readonly bool _isDown = panel.Flow == Flow.Down;

    public PlacedPanel Assemble()
    {
        var all = slots.Values.Concat(chains.SelectMany(chain => chain.Slots)).Distinct().ToList();
        var width = all.Max(slot => slot.AcrossCentre + (slot.Across / 2));
        var layers = all.GroupBy(slot => slot.Layer)
            .ToDictionary(
                layer => layer.Key,
                layer => (layer.Min(slot => slot.AlongStart), layer.Max(slot => slot.AlongStart + slot.Along))
            );
        var nodes = slots.Values.Select(slot => (Node: slot.Node!, Box: BoxOf(slot))).ToList();
        var edges = chains.Select(chain => PlacedOf(chain, layers)).ToList();
        foreach (var way in routes.Ways(width, layer => layers[layer]))
        {
            edges.Add(new(way.Edge, [.. way.Corners.Select(corner => At(corner.Along, corner.Across))], IsCurved: false, way.Label));
        }

        return Shift(nodes, edges);
    }

    private PlacedEdge PlacedOf(Chain chain, Dictionary<int, (double Start, double End)> layers)
    {
        var (first, last) = (chain.Slots[0], chain.Slots[^1]);
        var points = new List<(double X, double Y)> { At(first.AlongStart + first.Along, PortOf(chain, first, isAfter: true)) };
        foreach (var slot in chain.Slots.Skip(1).SkipLast(1))
        {
            points.Add(At(layers[slot.Layer].Start, slot.AcrossCentre));
            points.Add(At(layers[slot.Layer].End, slot.AcrossCentre));
        }

        points.Add(At(last.AlongStart, PortOf(chain, last, isAfter: false)));
        if (chain.IsReversed)
        {
            points.Reverse();
        }

        return new(
            chain.Edge,
            points,
            IsCurved: true,
            chain.Slots.FirstOrDefault(slot => slot.Label is not null) is { } label ? BoxOf(label) : null
        );
    }

    /// <summary>Arrows at one side of a node stand in the order of their other ends.</summary>
    private double PortOf(Chain chain, LayoutSlot node, bool isAfter)
    {
        var here = chains
            .Where(other => (isAfter ? other.Slots[0] : other.Slots[^1]) == node)
            .OrderBy(other => (isAfter ? other.Slots[1] : other.Slots[^2]).AcrossCentre)
            .ToList();
        var step = Math.Min(Sizes.Port * 1.5, (node.Across - 24) / Math.Max(1, here.Count - 1));
        return node.AcrossCentre + ((here.IndexOf(chain) - ((here.Count - 1) / 2.0)) * step);
    }

    private (double X, double Y) At(double along, double across) => _isDown ? (across, along) : (along, across);

    private Box BoxOf(LayoutSlot slot) =>
        _isDown
            ? new(slot.AcrossCentre - (slot.Across / 2), slot.AlongStart, slot.Across, slot.Along)
            : new(slot.AlongStart, slot.AcrossCentre - (slot.Across / 2), slot.Along, slot.Across);

    /// <summary>Moves everything so that nothing is left of or above the origin.</summary>
    private PlacedPanel Shift(List<(Node Node, Box Box)> nodes, List<PlacedEdge> edges)
    {
        var boxes = nodes.Select(node => node.Box).Concat(edges.Select(edge => edge.Label).OfType<Box>()).ToList();
        var points = edges.SelectMany(edge => edge.Points).ToList();
        var left = Math.Min(boxes.Min(box => box.X), points.Select(point => point.X).DefaultIfEmpty().Min()) - Margin;
        var top = Math.Min(boxes.Min(box => box.Y), points.Select(point => point.Y).DefaultIfEmpty().Min()) - Margin;
        var right = Math.Max(boxes.Max(box => box.Right), points.Select(point => point.X).DefaultIfEmpty().Max()) + Margin;
        var bottom = Math.Max(boxes.Max(box => box.Bottom), points.Select(point => point.Y).DefaultIfEmpty().Max()) + Margin;
        return new(
            panel,
            right - left,
            bottom - top,
            [.. nodes.Select(node => (node.Node, Moved(node.Box)))],
            [
                .. edges.Select(edge =>
                    edge with
                    {
                        Points = [.. edge.Points.Select(point => (point.X - left, point.Y - top))],
                        Label = edge.Label is null ? null : Moved(edge.Label),
                    }
                ),
            ]
        );

        Box Moved(Box box) => box with { X = box.X - left, Y = box.Y - top };
    }
}
