using System.Collections.Immutable;
using MlopsBatch.Inspection;

namespace MlopsBatch.Tests.Proof;

/// <summary>What a stack declares in an account.</summary>
internal sealed record DeclaredGraph(string Account, ImmutableArray<RecordedResource> Resources)
{
    public IEnumerable<RecordedResource> OfType(string type) => Resources.Where(resource => resource.Type == type);
}
