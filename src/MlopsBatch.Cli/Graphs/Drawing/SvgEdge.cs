using System.Text;
using System.Xml.Linq;
using MlopsBatch.Cli.Graphs.Layout;
using static MlopsBatch.Cli.Graphs.Drawing.SvgText;

namespace MlopsBatch.Cli.Graphs.Drawing;

/// <summary>Draws an arrow; its head is a shape of its own, because markers can't take the line's colour everywhere.</summary>
internal static class SvgEdge
{
    private const double Head = 8;
    private const double Corner = 10;

    public static XElement Of(PlacedEdge placed, Flow flow)
    {
        var (edge, points) = (placed.Edge, placed.Points);
        var (tip, before) = (points[^1], points[^2]);
        var isDown = flow == Flow.Down;
        var sign = isDown ? Math.Sign(tip.Y - before.Y) : Math.Sign(tip.X - before.X);
        var end = isDown ? tip with { Y = tip.Y - (sign * Head) } : tip with { X = tip.X - (sign * Head) };
        IReadOnlyList<(double X, double Y)> line = [.. points.SkipLast(1), end];
        var group = Element("g", ("class", "edge"));
        group.Add(
            Element(
                "path",
                ("class", $"line s-{edge.Tone.Name}{(edge.IsDashed ? " dash" : "")}"),
                ("d", placed.IsCurved ? Curve(line, isDown) : Corners(line))
            )
        );
        group.Add(Element("path", ("class", $"f-{edge.Tone.Name}"), ("d", HeadAt(tip, end, isDown))));
        return group;
    }

    public static IEnumerable<XElement> Label(PlacedEdge placed)
    {
        if (placed.Label is not { } box)
        {
            yield break;
        }

        yield return Element(
            "rect",
            ("class", "ground"),
            ("x", box.X),
            ("y", box.Y),
            ("width", box.Width),
            ("height", box.Height),
            ("rx", 4d)
        );
        foreach (var (index, line) in placed.Edge.Label.Split('\n').Index())
        {
            yield return Text(line, box.CentreX, box.Y + ((index + 1) * Sizes.DetailLine) - 1, "small");
        }
    }

    private static string HeadAt((double X, double Y) tip, (double X, double Y) end, bool isDown) =>
        isDown
            ? $"M{Number(tip.X)} {Number(tip.Y)}L{Number(end.X - 4.2)} {Number(end.Y)}H{Number(end.X + 4.2)}Z"
            : $"M{Number(tip.X)} {Number(tip.Y)}L{Number(end.X)} {Number(end.Y - 4.2)}V{Number(end.Y + 4.2)}Z";

    private static string Curve(IReadOnlyList<(double X, double Y)> points, bool isDown)
    {
        var path = new StringBuilder($"M{Number(points[0].X)} {Number(points[0].Y)}");
        foreach (var (from, to) in points.Zip(points.Skip(1)))
        {
            var (middleX, middleY) = ((from.X + to.X) / 2, (from.Y + to.Y) / 2);
            path.Append(
                isDown
                    ? $"C{Number(from.X)} {Number(middleY)} {Number(to.X)} {Number(middleY)} {Number(to.X)} {Number(to.Y)}"
                    : $"C{Number(middleX)} {Number(from.Y)} {Number(middleX)} {Number(to.Y)} {Number(to.X)} {Number(to.Y)}"
            );
        }

        return path.ToString();
    }

    private static string Corners(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder($"M{Number(points[0].X)} {Number(points[0].Y)}");
        for (var at = 1; at < points.Count - 1; at++)
        {
            var (into, outOf) = (Towards(points[at], points[at - 1]), Towards(points[at], points[at + 1]));
            path.Append(
                $"L{Number(into.X)} {Number(into.Y)}Q{Number(points[at].X)} {Number(points[at].Y)} {Number(outOf.X)} {Number(outOf.Y)}"
            );
        }

        return path.Append($"L{Number(points[^1].X)} {Number(points[^1].Y)}").ToString();
    }

    private static (double X, double Y) Towards((double X, double Y) corner, (double X, double Y) other)
    {
        var (x, y) = (other.X - corner.X, other.Y - corner.Y);
        var length = Math.Max(1, Math.Sqrt((x * x) + (y * y)));
        var part = Math.Min(Corner, length / 2) / length;
        return (corner.X + (x * part), corner.Y + (y * part));
    }
}
