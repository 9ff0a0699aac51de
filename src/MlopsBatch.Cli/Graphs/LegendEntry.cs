namespace MlopsBatch.Cli.Graphs;

/// <summary>One line of a legend.</summary>
/// <param name="Text">What it means.</param>
/// <param name="Tone">The colour in question.</param>
/// <param name="Sign">What is shown beside the text.</param>
internal sealed record LegendEntry(string Text, Tone Tone, LegendSign Sign);
