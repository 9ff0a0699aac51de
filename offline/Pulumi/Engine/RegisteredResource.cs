using System.Collections.Immutable;

namespace Pulumi.Engine;

/// <summary>The engine's answer to a registration. An empty id is an unknown one.</summary>
/// <param name="Urn">The name the engine gave the resource.</param>
/// <param name="Id">The provider's id.</param>
/// <param name="Outputs">The outputs that are there.</param>
/// <param name="KeepUnknown">Whether outputs that are not there are unknown, also outside of a preview.</param>
internal sealed record RegisteredResource(string Urn, string Id, ImmutableDictionary<string, object?> Outputs, bool KeepUnknown = false);
