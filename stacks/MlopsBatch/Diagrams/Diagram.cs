namespace MlopsBatch.Diagrams;

/// <summary>Boxes in columns and the arrows between them; drawn as Mermaid or SVG.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Boxes">In drawing order within their column.</param>
/// <param name="Arrows">From box to box.</param>
/// <param name="Legend">Name of an arrow's or box's kind to its colour, in the order of the legend.</param>
public sealed record Diagram(string Title, IReadOnlyList<DiagramBox> Boxes, IReadOnlyList<DiagramArrow> Arrows, IReadOnlyDictionary<string, string> Legend);
