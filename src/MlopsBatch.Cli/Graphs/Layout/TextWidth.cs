namespace MlopsBatch.Cli.Graphs.Layout;

/// <summary>
/// Widths of text without a font at hand: after the widest of the sans-serif fonts that browsers fall back to, so that a text
/// is rather narrower than it was given room for.
/// </summary>
internal static class TextWidth
{
    /// <summary>Width in pixels.</summary>
    /// <param name="text">One line.</param>
    /// <param name="size">Font size in pixels.</param>
    /// <param name="isBold">Whether it is bold.</param>
    public static double Of(string text, double size, bool isBold = false) => text.Sum(Em) * size * (isBold ? 1.08 : 1);

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
