using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>The kinds of resources that the local cloud can deploy.</summary>
public static class ResourceKinds
{
    /// <summary>A handler for each type token.</summary>
    public static ImmutableSortedDictionary<string, IResourceHandler> Handlers { get; } =
        HandlerList.All.ToImmutableSortedDictionary(handler => handler.Type, handler => handler, StringComparer.Ordinal);

    /// <summary>Why the local cloud can't deploy a type; null if it can.</summary>
    public static string? Unknown(string type) =>
        Handlers.ContainsKey(type) || InertKinds.All.ContainsKey(type)
            ? null
            : $"the local cloud doesn't know the kind {type}.{DidYouMean.Hint(type, Handlers.Keys.Concat(InertKinds.All.Keys))}";
}
