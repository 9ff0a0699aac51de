using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>One resource as a program declares it.</summary>
public sealed record DeclaredResource
{
    /// <summary>Type token, such as <c>aws:sqs/queue:Queue</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Name in the program.</summary>
    public required string Name { get; init; }

    /// <summary>What it is known by from one update to the next.</summary>
    public required string Urn { get; init; }

    /// <summary>Under their wire names; may hold references (see <see cref="Reference"/>).</summary>
    public required JsonObject Inputs { get; init; }

    /// <summary>A group of others that is nothing in AWS.</summary>
    public bool IsComponent { get; init; }

    /// <summary>It may not be deleted or replaced.</summary>
    public bool Protect { get; init; }

    /// <summary>When the program drops it, it stays where it is and is forgotten.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>URNs of what it waits for beside what it refers to.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];
}
