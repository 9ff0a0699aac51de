using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Engine;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>An engine that has a test's mocks do the work.</summary>
internal sealed class MockEngine(IMocks mocks, DeploymentSettings settings) : IEngine
{
    /// <summary>The errors logged, in order.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    public Task<RegisteredResource> RegisterResourceAsync(ResourceRegistration registration) =>
        registration.Type == Stack.RootType
            ? Task.FromResult(new RegisteredResource(UrnOf(registration), "", ImmutableDictionary<string, object?>.Empty))
            : CreateAsync(registration, registration.ImportId);

    public Task<RegisteredResource> ReadResourceAsync(ResourceRegistration registration) => CreateAsync(registration, registration.Id);

    public Task RegisterResourceOutputsAsync(string urn, ImmutableDictionary<string, object?> outputs) =>
        mocks.RegisterResourceOutputs(new(urn, outputs.ToImmutableDictionary(output => output.Key, output => AsOutput(output.Value))));

    public async Task<ImmutableDictionary<string, object?>> InvokeAsync(FunctionCall call)
    {
        var args = new MockCallArgs
        {
            Token = call.Token,
            Args = KnownOf(call.Args),
            Provider = call.Provider,
        };
        return await FieldsAsync($"CallAsync for {call.Token}", await mocks.CallAsync(args).ConfigureAwait(false)).ConfigureAwait(false);
    }

    public Task LogAsync(LogEntry entry)
    {
        if (entry.Severity == LogSeverity.Error)
        {
            Errors.Enqueue(entry.Message);
        }

        return Task.CompletedTask;
    }

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private static Output<object?> AsOutput(object? wire)
    {
        var (value, isKnown, isSecret) = WireValue.Unwrap(wire);
        return new(Task.FromResult(new OutputData<object?>([], value, isKnown, isSecret)), track: false);
    }

    private static ImmutableDictionary<string, object> KnownOf(ImmutableDictionary<string, object?> fields)
    {
        var known = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (key, field) in fields)
        {
            if (WireValue.Unwrap(field) is { IsKnown: true, Value: { } value })
            {
                known.Add(key, Copy(value));
            }
        }

        return known.ToImmutable();
    }

    /// <summary>Mocks get what came over the wire: assets are new objects, not the program's own.</summary>
    private static object Copy(object value) =>
        value switch
        {
            StringAsset asset => new StringAsset((string)asset.Value),
            FileAsset asset => new FileAsset((string)asset.Value),
            RemoteAsset asset => new RemoteAsset((string)asset.Value),
            FileArchive archive => new FileArchive((string)archive.Value),
            RemoteArchive archive => new RemoteArchive((string)archive.Value),
            AssetArchive archive => new AssetArchive(
                ((ImmutableDictionary<string, AssetOrArchive>)archive.Value).ToDictionary(
                    entry => entry.Key,
                    entry => (AssetOrArchive)Copy(entry.Value)
                )
            ),
            _ => value,
        };

    private static async Task<ImmutableDictionary<string, object?>> FieldsAsync(string source, object? state) =>
        await new Serializer().SerializeAsync(source, state).ConfigureAwait(false) as ImmutableDictionary<string, object?>
        ?? throw new InvalidOperationException(
            $"The mocks' {source} returned {state?.GetType().FullName ?? "null"}; a dictionary with string keys is needed."
        );

    private async Task<RegisteredResource> CreateAsync(ResourceRegistration registration, string id)
    {
        var (newId, state) = await mocks
            .NewResourceAsync(
                new MockResourceArgs
                {
                    Type = registration.Type,
                    Name = registration.Name,
                    Inputs = KnownOf(registration.Inputs),
                    Provider = registration.Provider,
                    Id = id,
                }
            )
            .ConfigureAwait(false);
        var outputs = await FieldsAsync($"NewResourceAsync for {registration.Type} '{registration.Name}'", state).ConfigureAwait(false);
        return new(UrnOf(registration), newId ?? id, outputs);
    }

    /// <summary>The mock form of a URN: of all the parents, it names the outermost one's type, which is the stack's.</summary>
    private string UrnOf(ResourceRegistration registration)
    {
        var type =
            registration.Parent.Length == 0 ? registration.Type : $"{registration.Parent.Split("::")[2].Split('$')[0]}${registration.Type}";
        return $"urn:pulumi:{settings.StackName}::{settings.ProjectName}::{type}::{registration.Name}";
    }
}
