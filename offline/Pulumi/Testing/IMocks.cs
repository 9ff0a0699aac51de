namespace Pulumi.Testing;

/// <summary>Plays the provider in a test. Calls may come from several threads.</summary>
public interface IMocks
{
    /// <summary>Creates a resource, a component or a provider (not the stack).</summary>
    /// <returns>The id, null for a component, and the outputs: a dictionary by wire names.</returns>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Answers a function.</summary>
    /// <returns>The result: a dictionary by wire names.</returns>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Hears of the outputs that components and the stack register.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
