using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Lambda;

/// <summary>A function as it is deployed.</summary>
public sealed record FunctionConfiguration
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>ARN of the role that it runs with.</summary>
    public required string Role { get; init; }

    /// <summary>Path of the archive with its code.</summary>
    public required string CodeArchive { get; init; }

    public string Handler { get; init; } = "";

    public string Runtime { get; init; } = "";

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>MiB.</summary>
    public int MemorySize { get; init; } = 128;

    public ImmutableSortedDictionary<string, string> Environment { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>ARNs of layer versions, in the order in which they are laid over each other.</summary>
    public ImmutableArray<string> Layers { get; init; } = [];

    /// <summary>DeadLetterConfig: the queue or topic that takes events which failed for good; null for none.</summary>
    public string? DeadLetterTarget { get; init; }

    /// <summary>Id, ARN or alias of the key of its environment; null for Lambda's own.</summary>
    public string? KmsKey { get; init; }

    /// <summary>The log group that it writes to.</summary>
    public required string LogGroup { get; init; }
}
