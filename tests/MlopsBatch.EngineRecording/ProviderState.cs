using System.Text.Json.Nodes;

namespace MlopsBatch.EngineRecording;

/// <summary>A resource that a provider made, as the engine's state keeps it.</summary>
/// <param name="Urn">Its name.</param>
/// <param name="Id">The provider's id.</param>
/// <param name="Inputs">What was declared.</param>
/// <param name="Properties">Inputs and outputs.</param>
/// <param name="Dependencies">URNs of what it stands on.</param>
/// <param name="Protect">Whether it may not be deleted.</param>
/// <param name="Retain">Whether it is forgotten in place of being deleted.</param>
public sealed record ProviderState(
    string Urn,
    string Id,
    JsonObject Inputs,
    JsonObject Properties,
    IReadOnlyList<string> Dependencies,
    bool Protect,
    bool Retain
);
