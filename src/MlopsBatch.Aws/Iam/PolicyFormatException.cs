using System.Collections.Immutable;

namespace MlopsBatch.Aws.Iam;

/// <summary>A policy document that AWS would refuse.</summary>
/// <param name="faults">Each with its place, what was found and what is needed.</param>
public sealed class PolicyFormatException(ImmutableArray<string> faults)
    : FormatException($"The policy can't be read:\n{string.Join('\n', faults)}")
{
    /// <summary>Everything that is wrong with it.</summary>
    public ImmutableArray<string> Faults { get; } = faults;
}
