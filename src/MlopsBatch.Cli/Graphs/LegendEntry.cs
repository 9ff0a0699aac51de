namespace MlopsBatch.Cli.Graphs;

/// <summary>One line of a legend.</summary>
/// <param name="Text">What it means.</param>
/// <param name="Tone">The colour in question, shown as a box.</param>
internal sealed record LegendEntry(string Text, Tone Tone)
{
    /// <summary>An arrow is shown instead of a box.</summary>
    public bool IsArrow { get; init; }

    /// <summary>The arrow is dashed.</summary>
    public bool IsDashed { get; init; }
}
