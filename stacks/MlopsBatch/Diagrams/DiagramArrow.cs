namespace MlopsBatch.Diagrams;

/// <summary>An arrow.</summary>
/// <param name="From">Id of a box.</param>
/// <param name="To">Id of a box.</param>
/// <param name="Kind">Key of the legend; its colour.</param>
/// <param name="Label">May be empty.</param>
public sealed record DiagramArrow(string From, string To, string Kind, string Label = "");
