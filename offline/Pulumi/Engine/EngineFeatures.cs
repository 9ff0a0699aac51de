using Pulumirpc;

namespace Pulumi.Engine;

/// <summary>What the engine understands beyond the first protocol; asked once.</summary>
internal sealed record EngineFeatures(bool ResourceReferences, bool AliasSpecs)
{
    public static async Task<EngineFeatures> AskAsync(ResourceMonitor.ResourceMonitorClient monitor)
    {
        var resourceReferences = AskAsync("resourceReferences");
        var aliasSpecs = AskAsync("aliasSpecs");
        return new(await resourceReferences.ConfigureAwait(false), await aliasSpecs.ConfigureAwait(false));

        async Task<bool> AskAsync(string id) =>
            (await monitor.SupportsFeatureAsync(new() { Id = id }).ConfigureAwait(false)).HasSupport;
    }
}
