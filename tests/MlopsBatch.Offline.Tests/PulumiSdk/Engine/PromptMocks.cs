using Pulumi.Testing;

namespace MlopsBatch.Offline.Tests.PulumiSdk.Engine;

/// <summary>Answers at once with the inputs, so that all work is done on the calling thread, in the program's order.</summary>
internal sealed class PromptMocks : IMocks
{
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
        Task.FromResult<(string?, object)>((args.Name, args.Inputs));

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
}
