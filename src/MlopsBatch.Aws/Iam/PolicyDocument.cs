using System.Collections.Immutable;

namespace MlopsBatch.Aws.Iam;

/// <summary>A policy: of an identity, of a resource, of a key, or a role's trust.</summary>
/// <param name="Statements">In the order in which they are written.</param>
/// <param name="Version">Language version; only <see cref="CurrentVersion"/> knows policy variables.</param>
/// <param name="Id">Name of the policy, where one is written.</param>
public sealed record PolicyDocument(
    ImmutableArray<PolicyStatement> Statements,
    string Version = PolicyDocument.CurrentVersion,
    string? Id = null
)
{
    /// <summary>The language version that policies should name.</summary>
    public const string CurrentVersion = "2012-10-17";

    /// <summary>The language version of a policy that names none.</summary>
    public const string FirstVersion = "2008-10-17";

    /// <summary>Reads a policy's JSON.</summary>
    /// <exception cref="PolicyFormatException">AWS wouldn't take it; the message names every fault with its place.</exception>
    public static PolicyDocument Parse(string json) => PolicyReader.Read(json);

    public bool Equals(PolicyDocument? other) =>
        other is not null && Version == other.Version && Id == other.Id && Statements.SequenceEqual(other.Statements);

    public override int GetHashCode() => HashCode.Combine(Version, Id, Statements.Length);
}
