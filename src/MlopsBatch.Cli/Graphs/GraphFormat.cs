namespace MlopsBatch.Cli.Graphs;

/// <summary>What <c>mlops graph</c> writes.</summary>
internal enum GraphFormat
{
    Mermaid,
    Svg,
}
