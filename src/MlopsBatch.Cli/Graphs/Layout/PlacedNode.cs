namespace MlopsBatch.Cli.Graphs.Layout;

internal sealed record PlacedNode(Node Node, Box Box);
