namespace MlopsBatch.Cli.Graphs.Layout;

/// <summary>Which layer each node stands in: the longest way to it, unless layers are fixed.</summary>
internal static class Layering
{
    /// <exception cref="InvalidOperationException">Arrows go round in a circle and none of them is marked as leading back.</exception>
    public static IReadOnlyDictionary<string, int> Of(Panel panel)
    {
        if (panel.Nodes.All(node => node.Layer is not null))
        {
            return panel.Nodes.ToDictionary(node => node.Id, node => node.Layer!.Value);
        }

        var edges = panel.Edges.Where(edge => !edge.IsBack).ToList();
        var layers = panel.Nodes.ToDictionary(node => node.Id, _ => 0);
        for (var round = 0; Raise(edges, layers); round++)
        {
            if (round > 2 * panel.Nodes.Count)
            {
                throw new InvalidOperationException($"The arrows of \"{panel.Title}\" go round in a circle: mark those that lead back.");
            }
        }

        // What nothing leads to stands just before what it leads to.
        foreach (var source in panel.Nodes.Select(node => node.Id).Except(edges.Select(edge => edge.To)))
        {
            var lengths = edges.Where(edge => edge.From == source).Select(edge => layers[edge.To] - LengthOf(edge)).ToList();
            if (lengths.Count > 0)
            {
                layers[source] = lengths.Min();
            }
        }

        return layers;
    }

    private static bool Raise(IEnumerable<Edge> edges, Dictionary<string, int> layers)
    {
        var raised = false;
        foreach (var edge in edges)
        {
            var least = layers[edge.From] + LengthOf(edge);
            if (layers[edge.To] >= least)
            {
                continue;
            }

            (layers[edge.To], raised) = (least, true);
        }

        return raised;
    }

    /// <summary>A label takes a layer of its own.</summary>
    private static int LengthOf(Edge edge) => edge.Label.Length > 0 ? 2 : 1;
}
