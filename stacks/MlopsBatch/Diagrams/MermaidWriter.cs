using System.Globalization;
using System.Text;

namespace MlopsBatch.Diagrams;

/// <summary>Draws a diagram as Mermaid, for GitLab's and GitHub's pages.</summary>
public static class MermaidWriter
{
    public static string Write(Diagram diagram)
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var box in diagram.Boxes) text.Append(CultureInfo.InvariantCulture, $"  {box.Id}[\"{box.Text.Replace("\n", "<br/>", StringComparison.Ordinal).Replace("\"", "'", StringComparison.Ordinal)}\"]\n");
        foreach (var arrow in diagram.Arrows) text.Append(CultureInfo.InvariantCulture, $"  {arrow.From} -->{(arrow.Label.Length > 0 ? $"|{arrow.Label}|" : "")} {arrow.To}\n");
        foreach (var (index, arrow) in diagram.Arrows.Index()) text.Append(CultureInfo.InvariantCulture, $"  linkStyle {index} stroke:{diagram.Legend[arrow.Kind]},stroke-width:2px\n");
        foreach (var box in diagram.Boxes) text.Append(CultureInfo.InvariantCulture, $"  style {box.Id} stroke:{diagram.Legend[box.Kind]},fill:#ffffff,color:#1f2933\n");
        return text.ToString();
    }
}
