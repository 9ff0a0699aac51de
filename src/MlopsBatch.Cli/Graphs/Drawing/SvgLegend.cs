using System.Xml.Linq;
using MlopsBatch.Cli.Graphs.Layout;
using static MlopsBatch.Cli.Graphs.Drawing.SvgText;

namespace MlopsBatch.Cli.Graphs.Drawing;

/// <summary>Draws the legend in as many lines as it needs.</summary>
internal static class SvgLegend
{
    public const double LineHeight = 22;
    private const double SignWidth = 30;

    /// <summary>The elements, and the height that they take.</summary>
    public static (IReadOnlyList<XElement> Elements, double Height) Of(
        IReadOnlyList<LegendEntry> entries,
        double left,
        double top,
        double width
    )
    {
        var elements = new List<XElement>();
        var (x, y) = (left, top);
        foreach (var entry in entries)
        {
            var needed = SignWidth + 8 + Sizes.WidthOf(entry.Text, 12) + 20;
            if (x > left && x + needed > left + width)
            {
                (x, y) = (left, y + LineHeight);
            }

            elements.AddRange(Sign(entry, x, y + (LineHeight / 2)));
            elements.Add(Text(entry.Text, x + SignWidth + 8, y + (LineHeight / 2) + 4, "sub", "start"));
            x += needed;
        }

        return (elements, y + LineHeight - top);
    }

    private static IEnumerable<XElement> Sign(LegendEntry entry, double x, double y)
    {
        if (!entry.IsArrow)
        {
            yield return Element(
                "rect",
                ("class", $"shape tint f-{entry.Tone.Name} s-{entry.Tone.Name}"),
                ("x", x + 8),
                ("y", y - 7),
                ("width", 22d),
                ("height", 14d),
                ("rx", 4d)
            );
            yield break;
        }

        yield return Element(
            "path",
            ("class", $"line s-{entry.Tone.Name}{(entry.IsDashed ? " dash" : "")}"),
            ("d", $"M{Number(x)} {Number(y)}H{Number(x + SignWidth - 8)}")
        );
        yield return Element("path", ("class", $"f-{entry.Tone.Name}"), ("d", $"M{Number(x + SignWidth)} {Number(y)}l-8 -4.2v8.4Z"));
    }
}
