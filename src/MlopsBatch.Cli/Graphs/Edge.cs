namespace MlopsBatch.Cli.Graphs;

/// <summary>An arrow of a panel.</summary>
/// <param name="From">Id of the node where it begins.</param>
/// <param name="To">Id of the node where its head is.</param>
/// <param name="Tone">Colour.</param>
/// <param name="Label">Text on it; may be empty.</param>
internal sealed record Edge(string From, string To, Tone Tone, string Label = "")
{
    public bool IsDashed { get; init; }

    /// <summary>Whether it leads back to an earlier layer: it is drawn around the others and doesn't decide who stands where.</summary>
    public bool IsBack { get; init; }
}
