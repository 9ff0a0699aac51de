namespace MlopsBatch.Cli.Graphs.Layout;

/// <summary>Measures of the drawing, in pixels.</summary>
internal static class Sizes
{
    public const double LabelFont = 13;
    public const double DetailFont = 11;
    public const double LabelLine = 17;
    public const double DetailLine = 14;

    /// <summary>Room between arrows that begin or end at the same side.</summary>
    public const double Port = 12;

    private const double Padding = 14;

    public static (double Width, double Height) Of(Node node, int mostPorts, Flow flow)
    {
        var (labels, details) = (Lines(node.Label), Lines(node.Detail));
        var inset = node.Shape is Shape.Hexagon or Shape.Pill ? 2 * Padding : Padding;
        var width =
            Math.Max(
                labels.Max(line => WidthOf(line, LabelFont, isBold: true)),
                details.Select(line => WidthOf(line, DetailFont)).DefaultIfEmpty().Max()
            ) + (2 * inset);
        var height = (labels.Length * LabelLine) + (details.Length * DetailLine) + 14;
        var ports = (mostPorts * Port) + 12;
        return flow == Flow.Down ? (Math.Max(width, ports), height) : (width, Math.Max(height, ports));
    }

    public static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');

    /// <summary>
    /// Width of a text without a font at hand: after the widest of the sans-serif fonts that browsers fall back to, so that a text
    /// is rather narrower than it was given room for.
    /// </summary>
    /// <param name="text">One line.</param>
    /// <param name="size">Font size in pixels.</param>
    /// <param name="isBold">Whether it is bold.</param>
    public static double WidthOf(string text, double size, bool isBold = false) => text.Sum(Em) * size * (isBold ? 1.08 : 1);

    private static double Em(char sign) =>
        sign switch
        {
            'i' or 'l' or 'j' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.33,
            'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '/' or '-' or '"' or ' ' or '{' or '}' => 0.42,
            'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' or '–' => 0.96,
            >= 'A' and <= 'Z' => 0.7,
            _ => 0.62,
        };
}
