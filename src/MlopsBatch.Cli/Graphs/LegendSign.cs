namespace MlopsBatch.Cli.Graphs;

internal enum LegendSign
{
    Box,
    Arrow,
    DashedArrow,
}
