using System.Globalization;
using System.Net;
using System.Text;

namespace MlopsBatch.Diagrams;

/// <summary>Draws a diagram as an SVG that needs nothing besides itself: columns from left to right, curved arrows, a legend.</summary>
public static class SvgWriter
{
    private const int BoxWidth = 268;
    private const int LineHeight = 17;
    private const int Padding = 11;
    private const int RowGap = 20;
    private const int ColumnGap = 130;
    private const int BandGap = 26;
    private const int Margin = 28;
    private const int Header = 96;

    public static string Write(Diagram diagram)
    {
        var places = Arrange(diagram);
        var width = places.Values.Max(place => place.X + BoxWidth) + Margin;
        var height = places.Values.Max(place => place.Y + place.Height) + Margin;
        var svg = new StringBuilder();
        Append(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif\" font-size=\"13\">\n");
        Append(svg, $"<title>{Escape(diagram.Title)}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n<defs>\n");
        foreach (var (index, colour) in diagram.Legend.Values.Index())
        {
            Append(svg, $"<marker id=\"tip{index}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0,0 L8,4 L0,8 z\" fill=\"{colour}\"/></marker>\n");
        }

        Append(svg, $"</defs>\n<text x=\"{Margin}\" y=\"36\" font-size=\"20\" font-weight=\"600\" fill=\"#1f2933\">{Escape(diagram.Title)}</text>\n");
        Legend(svg, diagram);
        foreach (var arrow in Spread(diagram, places)) Arrow(svg, arrow, diagram);
        foreach (var box in diagram.Boxes) Box(svg, box, places[box.Id], diagram.Legend[box.Kind]);
        return svg.Append("</svg>\n").ToString();
    }

    private static Dictionary<string, Place> Arrange(Diagram diagram)
    {
        var places = new Dictionary<string, Place>();
        var top = Header;
        foreach (var band in diagram.Boxes.GroupBy(box => box.Band).OrderBy(band => band.Key))
        {
            var columns = band.GroupBy(box => box.Column).ToList();
            var tallest = columns.Max(column => column.Sum(box => HeightOf(box) + RowGap));
            foreach (var column in columns)
            {
                // A short column is spread over the height of the tallest, so that arrows stay short.
                var spare = (tallest - column.Sum(box => HeightOf(box) + RowGap)) / (column.Count() + 1);
                var y = top + spare;
                foreach (var box in column)
                {
                    places[box.Id] = new(Margin + (column.Key * (BoxWidth + ColumnGap)), y, HeightOf(box));
                    y += HeightOf(box) + RowGap + spare;
                }
            }

            top += tallest + BandGap;
        }

        return places;
    }

    private static int HeightOf(DiagramBox box) => (box.Text.Split('\n').Length * LineHeight) + (2 * Padding);

    /// <summary>Where each arrow begins and ends: ends that share a side are spread along it, so that arrows can be told apart.</summary>
    private static IEnumerable<Line> Spread(Diagram diagram, Dictionary<string, Place> places)
    {
        double Port(string box, bool isRight, DiagramArrow arrow)
        {
            var sharing = diagram.Arrows.Where(other => (other.From == box && GoesRight(other.From, other.To) == isRight) || (other.To == box && GoesRight(other.From, other.To) != isRight))
                .OrderBy(other => places[other.From == box ? other.To : other.From].Y).ToList();
            return places[box].Y + (places[box].Height * (sharing.IndexOf(arrow) + 1.0) / (sharing.Count + 1));
        }

        bool GoesRight(string from, string to) => places[to].X > places[from].X;
        foreach (var arrow in diagram.Arrows)
        {
            var right = GoesRight(arrow.From, arrow.To);
            yield return new(arrow, places[arrow.From].X + (right ? BoxWidth : 0), Port(arrow.From, right, arrow), places[arrow.To].X + (right ? 0 : BoxWidth), Port(arrow.To, !right, arrow), places[arrow.From].X == places[arrow.To].X);
        }
    }

    private static void Arrow(StringBuilder svg, Line line, Diagram diagram)
    {
        var index = diagram.Legend.Keys.ToList().IndexOf(line.Arrow.Kind);
        var bend = Math.Max(50, Math.Abs(line.ToX - line.FromX) / 2.2);
        var outward = line.ToX >= line.FromX && !line.IsSameColumn ? bend : -bend;
        // Within a column both ends are on the left side.
        var toX = line.IsSameColumn ? line.ToX - BoxWidth : line.ToX;
        var inward = line.IsSameColumn ? -60 : -outward;
        Append(svg, $"<path d=\"M{line.FromX:0.#},{line.FromY:0.#} C{line.FromX + (line.IsSameColumn ? -60 : outward):0.#},{line.FromY:0.#} {toX + inward:0.#},{line.ToY:0.#} {toX:0.#},{line.ToY:0.#}\" fill=\"none\" stroke=\"{diagram.Legend[line.Arrow.Kind]}\" stroke-width=\"1.7\" marker-end=\"url(#tip{index})\"/>\n");
        if (line.Arrow.Label.Length == 0) return;
        Append(svg, $"<text x=\"{(line.FromX + toX) / 2:0.#}\" y=\"{((line.FromY + line.ToY) / 2) - 5:0.#}\" text-anchor=\"middle\" font-size=\"11.5\" fill=\"#374151\" stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\">{Escape(line.Arrow.Label)}</text>\n");
    }

    private static void Box(StringBuilder svg, DiagramBox box, Place place, string colour)
    {
        Append(svg, $"<rect x=\"{place.X}\" y=\"{place.Y}\" width=\"{BoxWidth}\" height=\"{place.Height}\" rx=\"7\" fill=\"#ffffff\" stroke=\"{colour}\" stroke-width=\"1.8\"/>\n");
        foreach (var (index, line) in box.Text.Split('\n').Index())
        {
            Append(svg, $"<text x=\"{place.X + Padding}\" y=\"{place.Y + Padding + 12 + (index * LineHeight)}\" fill=\"#1f2933\"{(index == 0 ? " font-weight=\"600\"" : "")}>{Escape(line)}</text>\n");
        }
    }

    private static void Legend(StringBuilder svg, Diagram diagram)
    {
        var x = (double)Margin;
        foreach (var (kind, colour) in diagram.Legend)
        {
            Append(svg, $"<line x1=\"{x:0.#}\" y1=\"62\" x2=\"{x + 26:0.#}\" y2=\"62\" stroke=\"{colour}\" stroke-width=\"3\"/><text x=\"{x + 32:0.#}\" y=\"66\" font-size=\"12\" fill=\"#374151\">{Escape(kind)}</text>\n");
            x += 56 + (kind.Length * 7);
        }
    }

    private static void Append(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private sealed record Place(int X, int Y, int Height);

    private sealed record Line(DiagramArrow Arrow, double FromX, double FromY, double ToX, double ToY, bool IsSameColumn);
}
