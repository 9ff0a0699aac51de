namespace MlopsBatch.Cli.Graphs;

/// <summary>What <c>mlops graph</c> draws, before anything has a place.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Subtitle">One line: what it was derived from, and how to read it.</param>
/// <param name="Panels">Drawn one beside or below the other.</param>
/// <param name="Legend">What colours and strokes mean.</param>
internal sealed record Picture(string Title, string Subtitle, IReadOnlyList<Panel> Panels, IReadOnlyList<LegendEntry> Legend);
