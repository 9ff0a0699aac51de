using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Iam;

/// <summary>A role.</summary>
/// <param name="Name">Its name, without the path.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="TrustPolicy">Who may take it, as JSON.</param>
public sealed record IamRole(string Name, string Arn, string TrustPolicy)
{
    /// <summary>Its own policies as JSON, by name.</summary>
    public ImmutableSortedDictionary<string, string> Inline { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>ARNs of the managed policies that it has.</summary>
    public ImmutableSortedSet<string> Attached { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>ARN of the managed policy that bounds it, or null.</summary>
    public string? Boundary { get; init; }
}
