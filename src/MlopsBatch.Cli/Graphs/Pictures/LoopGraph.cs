
namespace MlopsBatch.Cli.Graphs.Pictures;

/// <summary>Collects nodes and arrows; the same twice is one.</summary>
internal sealed class LoopGraph
{
    private readonly Dictionary<string, Node> _nodes = [];
    private readonly List<Edge> _edges = [];

    public IReadOnlyList<Node> Nodes => [.. _nodes.Values];

    public IReadOnlyList<Edge> Edges => [.. _edges.Distinct().Where(edge => _nodes.ContainsKey(edge.From) && _nodes.ContainsKey(edge.To))];

    public static string IdOf(DrawnPipeline pipeline) => $"pipeline/{pipeline.Name}";

    /// <returns>The node's id.</returns>
    public string Add(Node node)
    {
        _nodes.TryAdd(node.Id, node);
        return node.Id;
    }

    public void Connect(string from, string to, Tone tone, string label = "") => _edges.Add(new(from, to, tone, label));

    /// <summary>An arrow that closes the loop.</summary>
    public void Close(string from, string to, Tone tone, string label) => _edges.Add(new(from, to, tone, label) { IsBack = true });
}
