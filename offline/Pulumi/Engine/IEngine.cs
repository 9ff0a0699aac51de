using System.Collections.Immutable;

namespace Pulumi.Engine;

/// <summary>
/// What a program talks to. Values are wire values (see <see cref="Serialization.WireValue"/>). Implemented by
/// <see cref="Testing.MockEngine"/>; a connection to a real engine is another implementation.
/// </summary>
internal interface IEngine
{
    Task<RegisteredResource> RegisterResourceAsync(ResourceRegistration registration);

    /// <summary>Reads the existing resource that <see cref="ResourceRegistration.Id"/> names.</summary>
    Task<RegisteredResource> ReadResourceAsync(ResourceRegistration registration);

    Task RegisterResourceOutputsAsync(string urn, ImmutableDictionary<string, object?> outputs);

    /// <returns>The function's result.</returns>
    /// <exception cref="InvokeException">The function refused its arguments.</exception>
    Task<ImmutableDictionary<string, object?>> InvokeAsync(FunctionCall call);

    Task LogAsync(LogEntry entry);

    /// <summary>Says that the program is done; returns when the engine lets it end.</summary>
    Task SignalAndWaitForShutdownAsync();
}
