namespace MlopsBatch.Tests.Proof.Mutations;

/// <summary>A stack with one fault planted in what it declares.</summary>
/// <param name="Kind">Kind of the fault, such as <c>drop action</c>.</param>
/// <param name="Title">The resource and what was done to it.</param>
/// <param name="Graph">The stack with the fault.</param>
internal sealed record Mutant(string Kind, string Title, DeclaredGraph Graph)
{
    /// <summary>Which proofs of access the fault can be seen by; null: it is in no policy.</summary>
    public MutatedPolicy? Policy { get; init; }

    public override string ToString() => $"{Kind}: {Title}";
}
