using Pulumi;

namespace MlopsBatch.Platform.Events;

/// <summary>What most routes don't need.</summary>
internal sealed record RouteOptions
{
    /// <summary>Name of the bus; left out, the default one, where AWS's own events arrive.</summary>
    public Input<string>? Bus { get; init; }

    /// <summary>Whether events are let through; left out, they are.</summary>
    public Output<bool>? Enabled { get; init; }

    /// <summary>The model that the route belongs to, for its tags.</summary>
    public string? Model { get; init; }
}
