using System.Text;

namespace MlopsBatch.Cli.Graphs.Drawing;

/// <summary>A picture as Mermaid text (https://mermaid.js.org/syntax/flowchart.html), as GitLab shows it in Markdown.</summary>
internal static class MermaidWriter
{
    public static string Write(Picture picture)
    {
        var text = new StringBuilder();
        text.Append(
            $"---\ntitle: {Quoted(picture.Title)}\n---\nflowchart {(picture.Panels.All(panel => panel.Flow == Flow.Down) ? "TB" : "LR")}\n"
        );
        var links = new List<Tone>();
        foreach (var (index, panel) in picture.Panels.Index())
        {
            Append(text, panel, $"p{index + 1}", links);
        }

        AppendLegend(text, picture.Legend, links);
        var tones = picture
            .Panels.SelectMany(panel => panel.Nodes)
            .Select(node => node.Tone)
            .Concat(picture.Legend.Where(entry => !entry.IsArrow).Select(entry => entry.Tone));
        foreach (var tone in tones.DistinctBy(tone => tone.Name).OrderBy(tone => tone.Name, StringComparer.Ordinal))
        {
            text.Append($"  classDef {tone.Name} stroke:{tone.Light},stroke-width:2px\n");
        }

        foreach (var group in links.Index().GroupBy(link => link.Item.Light))
        {
            text.Append($"  linkStyle {string.Join(',', group.Select(link => link.Index))} stroke:{group.Key}\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Panel panel, string id, List<Tone> links)
    {
        // Nodes are numbered: names may hold what ids may not, and "end" is a word of Mermaid's.
        var ids = panel.Nodes.Index().ToDictionary(node => node.Item.Id, node => $"{id}n{node.Index + 1}");
        text.Append($"  subgraph {id} [{Quoted(panel.Title)}]\n    direction {(panel.Flow == Flow.Down ? "TB" : "LR")}\n");
        foreach (var node in panel.Nodes)
        {
            text.Append($"    {ids[node.Id]}{Outline(node)}:::{node.Tone.Name}\n");
        }

        foreach (var edge in panel.Edges)
        {
            var label = edge.Label.Length == 0 ? "" : $"|{Quoted(edge.Label)}|";
            text.Append($"    {ids[edge.From]} {(edge.IsDashed ? "-.->" : "-->")}{label} {ids[edge.To]}\n");
            links.Add(edge.Tone);
        }

        text.Append("  end\n");
    }

    private static void AppendLegend(StringBuilder text, IReadOnlyList<LegendEntry> legend, List<Tone> links)
    {
        if (legend.Count == 0)
        {
            return;
        }

        text.Append("  subgraph legend [\"legend\"]\n    direction LR\n");
        foreach (var (index, entry) in legend.Index())
        {
            if (!entry.IsArrow)
            {
                text.Append($"    l{index}[{Quoted(entry.Text)}]:::{entry.Tone.Name}\n");
                continue;
            }

            text.Append($"    l{index}a[ ] {(entry.IsDashed ? "-.->" : "-->")}|{Quoted(entry.Text)}| l{index}b[ ]\n");
            links.Add(entry.Tone);
        }

        text.Append("  end\n");
    }

    private static string Outline(Node node)
    {
        var badge = node.Badge.Length == 0 ? "" : $"{node.Badge} · ";
        var text = Quoted(badge + (node.Detail.Length == 0 ? node.Label : $"{node.Label}\n{node.Detail}"));
        return node.Shape switch
        {
            Shape.Hexagon => $"{{{{{text}}}}}",
            Shape.Pill => $"([{text}])",
            Shape.Folder => $"[/{text}/]",
            _ => $"[{text}]",
        };
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\"", "#quot;", StringComparison.Ordinal).Replace("\n", "<br/>", StringComparison.Ordinal)}\"";
}
