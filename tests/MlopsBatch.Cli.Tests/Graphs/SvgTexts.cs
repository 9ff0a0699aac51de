using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MlopsBatch.Cli.Graphs.Layout;

namespace MlopsBatch.Cli.Tests.Graphs;

/// <summary>The texts of an SVG with the room that they take, as a browser would place them.</summary>
internal static partial class SvgTexts
{
    public static IReadOnlyList<(string Text, Box Box)> Of(XDocument svg) =>
        [.. svg.Descendants().Where(element => element.Name.LocalName == "text").Select(text => (text.Value, BoxOf(text)))];

    public static Box ViewBox(XDocument svg) =>
        svg.Root!.Attribute("viewBox")!.Value.Split(' ') is [_, _, var width, var height]
            ? new(0, 0, Number(width), Number(height))
            : throw new InvalidOperationException("no view box");

    private static Box BoxOf(XElement text)
    {
        var (size, isBold) = text.Attribute("class")!.Value switch
        {
            "h1" => (20, true),
            "h2" => (14, true),
            "sub" => (12, false),
            "name" => (13, true),
            "badge" => (10, true),
            _ => (11, false),
        };
        var width = Sizes.WidthOf(text.Value, size, isBold);
        var (x, y) = (Number(text.Attribute("x")!.Value), Number(text.Attribute("y")!.Value));
        foreach (var transform in text.Ancestors().Attributes("transform"))
        {
            var by = Translation().Match(transform.Value);
            (x, y) = (x + Number(by.Groups[1].Value), y + Number(by.Groups[2].Value));
        }

        return new(text.Attribute("text-anchor")!.Value == "start" ? x : x - (width / 2), y - (size * 0.75), width, size * 0.9);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"translate\(([-\d.]+) ([-\d.]+)\)")]
    private static partial Regex Translation();
}
