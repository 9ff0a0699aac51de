namespace MlopsBatch.Cli.Graphs.Layout;

/// <summary>
/// A place in a layer: a node's, an arrow's label, or where an arrow passes through. "Along" is the way the layers follow one
/// another, "across" the other way.
/// </summary>
internal sealed class LayoutSlot(int layer, double along, double across)
{
    public int Layer { get; set; } = layer;

    /// <summary>Extent, in pixels.</summary>
    public double Along { get; } = along;

    /// <summary>Extent, in pixels.</summary>
    public double Across { get; } = across;

    public double AlongStart { get; set; }

    public double AcrossCentre { get; set; }

    public Node? Node { get; init; }

    /// <summary>The arrow's label; null for nodes and where an arrow just passes.</summary>
    public string? Label { get; init; }

    /// <summary>The slots before and after it that an arrow connects it with.</summary>
    public List<LayoutSlot> Before { get; } = [];

    public List<LayoutSlot> After { get; } = [];

    public bool IsPassage => Node is null && Label is null;

    /// <summary>Whether no arrow that decides about places begins or ends here.</summary>
    public bool IsAlone => Before.Count + After.Count == 0;
}
