using MlopsBatch.Configuration;
using MlopsBatch.Files;
using Pulumi;

namespace MlopsBatch;

/// <summary>Everything that the program is told from outside, in one immutable record. Nobody reads it a second time.</summary>
public sealed record StackContext
{
    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>The value of <c>aws:region</c>.</summary>
    public required string Region { get; init; }

    public required Settings Settings { get; init; }

    /// <summary>Scripts, packages and data to upload.</summary>
    public required ProjectFiles Files { get; init; }

    /// <summary>Webhooks' URLs by name, which are secrets; an offline evaluation has none and makes some up.</summary>
    public IReadOnlyDictionary<string, string> WebhookUrls { get; init; } = new Dictionary<string, string>();

    /// <summary>Commit that is deployed; stands in the metadata of every version that its pipelines register.</summary>
    public string Commit { get; init; } = "unknown";

    /// <summary>Repository that is deployed.</summary>
    public string Repository { get; init; } = "unknown";

    /// <summary>Id of the CI run, where there is one.</summary>
    public string? RunId { get; init; }

    /// <summary>Sees every resource before it is registered; offline inspection learns parents and protection by it.</summary>
    public ResourceTransformation? Observer { get; init; }
}
