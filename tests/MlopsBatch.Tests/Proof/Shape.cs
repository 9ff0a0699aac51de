namespace MlopsBatch.Tests.Proof;

/// <summary>What a resource has to be, input by input.</summary>
/// <param name="Type">Type token.</param>
/// <param name="Name">Name in the program.</param>
/// <param name="Inputs">
/// Every input but texts for people, tags, code, definitions, patterns and policies, which have proofs of their own.
/// </param>
internal sealed record Shape(string Type, string Name, params (string Path, string Value)[] Inputs)
{
    /// <summary>Types and names of what it has to wait for.</summary>
    public IReadOnlyList<(string Type, string Name)> After { get; init; } = [];

    /// <summary>Whether it holds data or history, or guards it.</summary>
    public bool IsProtected { get; init; }
}
