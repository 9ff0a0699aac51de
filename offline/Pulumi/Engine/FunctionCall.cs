using System.Collections.Immutable;

namespace Pulumi.Engine;

/// <summary>A call of a provider's function.</summary>
internal sealed record FunctionCall(
    string Token,
    ImmutableDictionary<string, object?> Args,
    string Provider,
    string Version,
    string PluginDownloadUrl
);
