namespace MlopsBatch.Cli.Graphs.Reading;

/// <summary>A step as the definition's JSON says.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Type">SageMaker's name of the kind.</param>
/// <param name="Condition">Of a condition: what has to hold; null for others.</param>
/// <param name="Branch">The condition whose branch it is in; null for others.</param>
/// <param name="IsIf">In a branch: whether it runs if the condition holds.</param>
/// <param name="After">Steps that it waits for: it refers to them or depends on them.</param>
/// <param name="Reads">S3 URIs that it is given, without what writes; runs' own parts are in braces.</param>
/// <param name="Writes">S3 URIs of its outputs.</param>
internal sealed record DeclaredStep(
    string Name,
    string Type,
    string? Condition,
    string? Branch,
    bool IsIf,
    IReadOnlyList<string> After,
    IReadOnlyList<string> Reads,
    IReadOnlyList<string> Writes
);
