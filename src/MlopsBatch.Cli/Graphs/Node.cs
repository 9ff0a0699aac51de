namespace MlopsBatch.Cli.Graphs;

/// <summary>A box of a panel.</summary>
/// <param name="Id">Unique in the panel.</param>
/// <param name="Label">The name; <c>\n</c> breaks the line.</param>
/// <param name="Detail">A quieter text below; <c>\n</c> breaks the line; may be empty.</param>
/// <param name="Tone">Colour.</param>
/// <param name="Shape">Outline.</param>
internal sealed record Node(string Id, string Label, string Detail, Tone Tone, Shape Shape = Shape.Box)
{
    /// <summary>A fixed layer, counted from 0; null lets the edges decide. All nodes of a panel have one, or none.</summary>
    public int? Layer { get; init; }

    /// <summary>A mark on the corner, such as the number of the loop's stage; may be empty.</summary>
    public string Badge { get; init; } = "";

    /// <summary>Drawn faintly: it is there, but nothing uses it.</summary>
    public bool IsMuted { get; init; }
}
