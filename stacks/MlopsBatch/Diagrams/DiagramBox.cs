namespace MlopsBatch.Diagrams;

/// <summary>A box.</summary>
/// <param name="Id">Letters, digits and underscores.</param>
/// <param name="Text">Its lines.</param>
/// <param name="Column">0 is leftmost.</param>
/// <param name="Kind">Key of the legend; its border's colour.</param>
/// <param name="Band">Boxes of one band are drawn beside each other, above those of the next.</param>
public sealed record DiagramBox(string Id, string Text, int Column, string Kind, int Band = 0);
