using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>What changed between two declarations of a resource.</summary>
/// <param name="Changed">Inputs with another value.</param>
/// <param name="Replacing">Those of them that can't be changed in place.</param>
public sealed record Difference(ImmutableArray<string> Changed, ImmutableArray<string> Replacing)
{
    public bool IsNone => Changed.IsEmpty;

    public bool NeedsReplacement => !Replacing.IsEmpty;
}
