namespace MlopsBatch.Cli.Graphs.Layout;

/// <summary>A panel's graph with every box and arrow in its place; its corner is the origin.</summary>
internal sealed record PlacedPanel(
    Panel Panel,
    double Width,
    double Height,
    IReadOnlyList<(Node Node, Box Box)> Nodes,
    IReadOnlyList<PlacedEdge> Edges
);
