using System.Globalization;
using System.Xml.Linq;

namespace MlopsBatch.Cli.Graphs.Drawing;

/// <summary>Makes SVG elements; numbers have one decimal at most, so that files compare well.</summary>
internal static class SvgText
{
    public static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    public static XElement Element(string name, params IEnumerable<(string Name, object Value)> attributes) =>
        new(
            Ns + name,
            attributes.Select(attribute => new XAttribute(
                attribute.Name,
                attribute.Value is double number ? Number(number) : attribute.Value
            ))
        );

    public static XElement Text(string text, double x, double y, string style, string anchor = "middle")
    {
        var element = Element("text", ("class", style), ("x", x), ("y", y), ("text-anchor", anchor));
        element.Value = text;
        return element;
    }

    public static string Number(double number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
