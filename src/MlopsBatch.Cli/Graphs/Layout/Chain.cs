namespace MlopsBatch.Cli.Graphs.Layout;

/// <summary>An arrow's way from layer to layer, in the layers' order.</summary>
/// <param name="Edge">The arrow.</param>
/// <param name="Slots">From the lowest layer to the highest; the first and the last are nodes.</param>
/// <param name="IsReversed">Whether the arrow's head is at the lowest layer.</param>
internal sealed record Chain(Edge Edge, IReadOnlyList<LayoutSlot> Slots, bool IsReversed);
