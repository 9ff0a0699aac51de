using System.Xml.Linq;
using MlopsBatch.Cli.Graphs.Layout;
using static MlopsBatch.Cli.Graphs.Drawing.SvgText;

namespace MlopsBatch.Cli.Graphs.Drawing;

/// <summary>Draws a node.</summary>
internal static class SvgNode
{
    private const double BadgeHeight = 16;

    public static XElement Of(Node node, Box box)
    {
        var group = Element("g", ("class", node.IsMuted ? "node muted" : "node"));
        // The ground hides arrows that pass below the tinted shape.
        group.Add(Outline(node.Shape, box, "ground"), Outline(node.Shape, box, $"shape tint f-{node.Tone.Name} s-{node.Tone.Name}"));
        var (labels, details) = (Sizes.Lines(node.Label), Sizes.Lines(node.Detail));
        var y = box.CentreY - (((labels.Length * Sizes.LabelLine) + (details.Length * Sizes.DetailLine)) / 2);
        foreach (var line in labels)
        {
            group.Add(Text(line, box.CentreX, (y += Sizes.LabelLine) - 4, "name"));
        }

        foreach (var line in details)
        {
            group.Add(Text(line, box.CentreX, (y += Sizes.DetailLine) - 3, "small"));
        }

        if (node.Badge.Length > 0)
        {
            var width = Sizes.WidthOf(node.Badge, 10, isBold: true) + 12;
            group.Add(
                Element(
                    "rect",
                    ("class", $"f-{node.Tone.Name}"),
                    ("x", box.X + 10),
                    ("y", box.Y - (BadgeHeight / 2)),
                    ("width", width),
                    ("height", BadgeHeight),
                    ("rx", BadgeHeight / 2)
                )
            );
            group.Add(Text(node.Badge, box.X + 10 + (width / 2), box.Y + 3.5, "badge"));
        }

        return group;
    }

    private static XElement Outline(Shape shape, Box box, string style) =>
        shape switch
        {
            Shape.Pill => Rect(box, Math.Min(box.Height / 2, 24), style),
            Shape.Hexagon => Element("path", ("class", style), ("d", Hexagon(box))),
            Shape.Folder => Element("path", ("class", style), ("d", Folder(box))),
            _ => Rect(box, 7, style),
        };

    private static XElement Rect(Box box, double radius, string style) =>
        Element("rect", ("class", style), ("x", box.X), ("y", box.Y), ("width", box.Width), ("height", box.Height), ("rx", radius));

    private static string Hexagon(Box box)
    {
        var (inset, middle) = (12, Number(box.CentreY));
        return $"M{Number(box.X + inset)} {Number(box.Y)}H{Number(box.Right - inset)}L{Number(box.Right)} "
            + $"{middle}L{Number(box.Right - inset)} {Number(box.Bottom)}H{Number(box.X + inset)}L{Number(box.X)} {middle}Z";
    }

    private static string Folder(Box box) =>
        $"M{Number(box.X)} {Number(box.Y - 7)}h38l8 7H{Number(box.Right - 6)}q6 0 6 6V{Number(box.Bottom - 6)}q0 6 -6 "
        + $"6H{Number(box.X + 6)}q-6 0 -6 -6Z";
}
