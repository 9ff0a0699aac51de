using System.Collections.Immutable;

namespace MlopsBatch.Aws.Iam;

/// <summary>
/// An element of a statement that comes plain or inverted: <c>Action</c> or <c>NotAction</c>, <c>Resource</c> or
/// <c>NotResource</c>, <c>Principal</c> or <c>NotPrincipal</c>.
/// </summary>
/// <param name="Values">What is named.</param>
/// <param name="IsInverted">Whether the statement is about everything but that.</param>
public sealed record PolicyMatch<T>(ImmutableArray<T> Values, bool IsInverted = false)
{
    /// <summary>Whether the values, one of which has to fit, make the element fit.</summary>
    public bool Fits(Func<T, bool> fits) => Values.Any(fits) != IsInverted;

    public bool Equals(PolicyMatch<T>? other) => other is not null && IsInverted == other.IsInverted && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(IsInverted, Values.Length, Values.FirstOrDefault());

    public override string ToString() => $"{(IsInverted ? "not " : "")}[{string.Join(", ", Values)}]";
}
