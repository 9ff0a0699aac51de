namespace MlopsBatch.Cli.Graphs;

/// <summary>One graph of a picture.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Flow">Which way its layers follow one another.</param>
/// <param name="Nodes">Each with an id of its own.</param>
/// <param name="Edges">Between the nodes' ids.</param>
internal sealed record Panel(string Title, Flow Flow, IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges);
