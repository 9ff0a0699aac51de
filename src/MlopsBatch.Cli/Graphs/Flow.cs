namespace MlopsBatch.Cli.Graphs;

/// <summary>Which way a panel's layers follow one another.</summary>
internal enum Flow
{
    Down,
    Right,
}
