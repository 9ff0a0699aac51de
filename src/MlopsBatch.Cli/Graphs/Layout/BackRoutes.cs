namespace MlopsBatch.Cli.Graphs.Layout;

/// <summary>
/// The ways of the arrows that lead back: out of the layer, along the panel's edge, and in again before the target's layer.
/// </summary>
internal sealed class BackRoutes(IReadOnlyList<Edge> edges, IReadOnlyDictionary<string, LayoutSlot> slots)
{
    /// <summary>Room of one such arrow in the gap between two layers.</summary>
    private const double Room = 12;

    private const double LaneDistance = 26;

    /// <summary>Extra room that is needed before a layer.</summary>
    public double RoomBefore(int layer) => Room * edges.Count(edge => slots[edge.To].Layer == layer || slots[edge.From].Layer + 1 == layer);

    /// <summary>
    /// Corners along and across, and where the label's middle is; the lanes are outside of 0 to <paramref name="width"/>.
    /// </summary>
    public IEnumerable<(Edge Edge, IReadOnlyList<(double Along, double Across)> Corners, Box? Label)> Ways(
        double width,
        Func<int, (double Start, double End)> layer
    )
    {
        var (left, right) = (-LaneDistance, width + LaneDistance);
        foreach (var (index, edge) in edges.Index())
        {
            var (from, to) = (slots[edge.From], slots[edge.To]);
            var isLeft = (from.AcrossCentre + to.AcrossCentre) / 2 < width / 2;
            var lane = isLeft ? left : right;
            var out_ =
                layer(from.Layer).End
                + 8
                + (Room * Turn(index, other => slots[other.From].Layer == from.Layer || slots[other.To].Layer == from.Layer + 1));
            var into =
                layer(to.Layer).Start
                - 20
                - (Room * Turn(index, other => slots[other.To].Layer == to.Layer || slots[other.From].Layer + 1 == to.Layer));
            var (start, end) = (Port(from, isLeft), Port(to, isLeft));
            var room = edge.Label.Length == 0 ? null : LabelBox(edge.Label, lane, (out_ + into) / 2, isLeft);
            var beyond = LaneDistance + (room?.Width ?? 0);
            if (isLeft)
            {
                left -= beyond;
            }
            else
            {
                right += beyond;
            }

            yield return (
                edge,
                [(from.AlongStart + from.Along, start), (out_, start), (out_, lane), (into, lane), (into, end), (to.AlongStart, end)],
                room
            );
        }
    }

    private int Turn(int index, Func<Edge, bool> shares) => edges.Take(index).Count(shares);

    private static double Port(LayoutSlot slot, bool isLeft) => slot.AcrossCentre + ((isLeft ? -1 : 1) * ((slot.Across / 2) - 18));

    private static Box LabelBox(string label, double lane, double middle, bool isLeft)
    {
        var lines = label.Split('\n');
        var (width, height) = (lines.Max(line => Sizes.WidthOf(line, Sizes.DetailFont)) + 12, (lines.Length * Sizes.DetailLine) + 4);
        return new(isLeft ? lane - 4 - width : lane + 4, middle - (height / 2), width, height);
    }
}
