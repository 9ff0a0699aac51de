namespace MlopsBatch.Cli.Graphs.Layout;

/// <summary>An arrow in its place.</summary>
/// <param name="Edge">The arrow.</param>
/// <param name="Points">Its corners, from its beginning to its head.</param>
/// <param name="IsCurved">Curves between the points; else straight lines with rounded corners.</param>
/// <param name="Label">Room of the label; null if it has none.</param>
internal sealed record PlacedEdge(Edge Edge, IReadOnlyList<(double X, double Y)> Points, bool IsCurved, Box? Label);
