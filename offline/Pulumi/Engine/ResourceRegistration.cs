using System.Collections.Immutable;

namespace Pulumi.Engine;

/// <summary>A resource as the engine is told about it, everything resolved.</summary>
internal sealed record ResourceRegistration
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    public required bool Custom { get; init; }

    /// <summary>The parent's URN; empty for the stack.</summary>
    public required string Parent { get; init; }

    public required ImmutableDictionary<string, object?> Inputs { get; init; }

    /// <summary>For every input sent, the URNs it came from.</summary>
    public required ImmutableDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; }

    public required ImmutableArray<string> Dependencies { get; init; }

    /// <summary>URN and id of the provider; empty for the default one.</summary>
    public required string Provider { get; init; }

    public required ImmutableArray<AliasSpec> Aliases { get; init; }

    /// <summary>The URNs that the parent's own aliases give.</summary>
    public ImmutableArray<string> ParentAliases { get; init; } = [];

    /// <summary>The id of an existing resource to read; empty to register one.</summary>
    public string Id { get; init; } = "";

    public string ImportId { get; init; } = "";

    public bool? Protect { get; init; }

    public bool? RetainOnDelete { get; init; }

    public bool? DeleteBeforeReplace { get; init; }

    public string DeletedWith { get; init; } = "";

    public object? ReplacementTrigger { get; init; }

    public string Version { get; init; } = "";

    public string PluginDownloadUrl { get; init; } = "";

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    public CustomTimeouts? CustomTimeouts { get; init; }
}
