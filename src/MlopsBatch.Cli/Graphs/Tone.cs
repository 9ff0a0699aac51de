namespace MlopsBatch.Cli.Graphs;

/// <summary>A colour with a meaning.</summary>
/// <param name="Name">Lower case, letters only: a CSS and Mermaid class.</param>
/// <param name="Light">On a light ground, as <c>#rrggbb</c>.</param>
/// <param name="Dark">On a dark ground.</param>
internal sealed record Tone(string Name, string Light, string Dark);
