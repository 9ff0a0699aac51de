using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource to create. Inputs that are unknown or null are left out; secrets are bare; numbers are doubles.</summary>
public class MockResourceArgs
{
    public string? Type { get; set; }

    public string? Name { get; set; }

    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>URN and id of the provider; empty for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id of a resource that is imported or read; else empty.</summary>
    public string? Id { get; set; }
}
