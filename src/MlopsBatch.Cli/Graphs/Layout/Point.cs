namespace MlopsBatch.Cli.Graphs.Layout;

/// <summary>A point in the drawing, in pixels.</summary>
internal readonly record struct Point(double X, double Y);
