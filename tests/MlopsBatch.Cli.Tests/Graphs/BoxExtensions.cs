using MlopsBatch.Cli.Graphs.Layout;

namespace MlopsBatch.Cli.Tests.Graphs;

internal static class BoxExtensions
{
    public static bool Overlaps(this Box one, Box other) =>
        one.X < other.Right && other.X < one.Right && one.Y < other.Bottom && other.Y < one.Bottom;
}
