using System.Xml.Linq;
using MlopsBatch.Cli.Graphs.Layout;
using static MlopsBatch.Cli.Graphs.Drawing.SvgText;

namespace MlopsBatch.Cli.Graphs.Drawing;

/// <summary>A picture as one SVG that needs nothing else: no script, no font, no other file; readable on light and dark ground.</summary>
internal static class SvgWriter
{
    private const double Margin = 24;
    private const double PanelPadding = 20;
    private const double PanelTitle = 30;
    private const double Heading = 64;

    /// <summary>Panels that flow down stand side by side, up to this many.</summary>
    private const int PanelsPerRow = 3;

    public static string Write(Picture picture)
    {
        var rows = picture
            .Panels.Select(LayeredLayout.Of)
            .Chunk(picture.Panels.All(panel => panel.Flow == Flow.Down) ? PanelsPerRow : 1)
            .ToList();
        var wished = new[] { Sizes.WidthOf(picture.Title, 20, isBold: true), Math.Min(Sizes.WidthOf(picture.Subtitle, 12), 900) }.Max();
        var width = Math.Max(wished, rows.Max(row => row.Sum(OuterWidth) + (Margin * (row.Length - 1)))) + (2 * Margin);
        var body = new List<XElement>
        {
            Text(picture.Title, Margin, Margin + 18, "h1", "start"),
            Text(picture.Subtitle, Margin, Margin + 40, "sub", "start"),
        };
        var y = Heading + Margin;
        foreach (var row in rows)
        {
            var height = row.Max(panel => panel.Height) + PanelTitle + (2 * PanelPadding);
            var spread = (width - (2 * Margin) - row.Sum(OuterWidth) - (Margin * (row.Length - 1))) / row.Length;
            var x = Margin;
            foreach (var panel in row)
            {
                body.Add(Draw(panel, x, y, OuterWidth(panel) + spread, height));
                x += OuterWidth(panel) + spread + Margin;
            }

            y += height + Margin;
        }

        var (legend, legendHeight) = SvgLegend.Of(picture.Legend, Margin, y - 6, width - (2 * Margin));
        return Document(picture, width, y + legendHeight + Margin - 6, [.. body, .. legend]);
    }

    private static double OuterWidth(PlacedPanel panel) =>
        Math.Max(panel.Width, Sizes.WidthOf(panel.Panel.Title, 14, isBold: true)) + (2 * PanelPadding);

    private static XElement Draw(PlacedPanel panel, double x, double y, double width, double height)
    {
        var group = Element("g", ("transform", $"translate({Number(x)} {Number(y)})"));
        group.Add(Element("rect", ("class", "panel"), ("x", 0d), ("y", 0d), ("width", width), ("height", height), ("rx", 12d)));
        group.Add(Text(panel.Panel.Title, PanelPadding, 28, "h2", "start"));
        var inner = Element("g", ("transform", $"translate({Number((width - panel.Width) / 2)} {Number(PanelTitle + PanelPadding)})"));
        inner.Add(
            panel.Edges.Select(edge => SvgEdge.Of(edge, panel.Panel.Flow)),
            panel.Nodes.Select(placed => SvgNode.Of(placed.Node, placed.Box)),
            panel.Edges.SelectMany(SvgEdge.Label)
        );
        group.Add(inner);
        return group;
    }

    private static string Document(Picture picture, double width, double height, IReadOnlyList<XElement> body)
    {
        var tones = picture
            .Panels.SelectMany(panel => panel.Nodes.Select(node => node.Tone).Concat(panel.Edges.Select(edge => edge.Tone)))
            .Concat(picture.Legend.Select(entry => entry.Tone));
        var svg = Element(
            "svg",
            ("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            ("width", width),
            ("height", height),
            ("role", "img")
        );
        svg.Add(
            new XElement(Ns + "title", picture.Title),
            new XElement(Ns + "desc", picture.Subtitle),
            new XElement(Ns + "style", "\n" + SvgTheme.Css(tones)),
            Element("rect", ("class", "page"), ("width", width), ("height", height)),
            body
        );
        return svg.ToString().ReplaceLineEndings("\n") + "\n";
    }
}
