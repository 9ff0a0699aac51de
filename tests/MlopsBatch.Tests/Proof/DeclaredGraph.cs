using System.Collections.Immutable;
using MlopsBatch.Inspection;

namespace MlopsBatch.Tests.Proof;

/// <summary>What a stack declares in an account.</summary>
internal sealed record DeclaredGraph(string Account, ImmutableArray<RecordedResource> Resources)
{
    public IEnumerable<RecordedResource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    /// <summary>The same with the resource in place of the one that has its URN.</summary>
    public DeclaredGraph With(RecordedResource resource) =>
        this with
        {
            Resources = [.. Resources.Select(one => one.Urn == resource.Urn ? resource : one)],
        };
}
