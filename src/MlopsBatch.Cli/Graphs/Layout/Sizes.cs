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
                labels.Max(line => TextWidth.Of(line, LabelFont, isBold: true)),
                details.Select(line => TextWidth.Of(line, DetailFont)).DefaultIfEmpty().Max()
            ) + (2 * inset);
        var height = (labels.Length * LabelLine) + (details.Length * DetailLine) + 14;
        var ports = (mostPorts * Port) + 12;
        return flow == Flow.Down ? (Math.Max(width, ports), height) : (width, Math.Max(height, ports));
    }

    public static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');
}
