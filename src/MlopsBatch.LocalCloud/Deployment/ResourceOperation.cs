using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>What an update did with one resource.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Type">Type token.</param>
/// <param name="Urn">Which resource.</param>
/// <param name="Changed">The inputs that changed, for updates and replacements.</param>
public sealed record ResourceOperation(OperationKind Kind, string Type, string Urn, ImmutableArray<string> Changed);
