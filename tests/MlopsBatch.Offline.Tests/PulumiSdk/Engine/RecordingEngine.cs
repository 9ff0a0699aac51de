using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Engine;

namespace MlopsBatch.Offline.Tests.PulumiSdk.Engine;

/// <summary>Sees what an engine would see, and answers with the inputs.</summary>
internal sealed class RecordingEngine : IEngine
{
    public ConcurrentQueue<ResourceRegistration> Registered { get; } = new();

    public ConcurrentQueue<ResourceRegistration> Read { get; } = new();

    public ConcurrentQueue<FunctionCall> Calls { get; } = new();

    public ConcurrentQueue<LogEntry> Log { get; } = new();

    public int Shutdowns { get; private set; }

    /// <summary>Leaves the ids out, as a preview does.</summary>
    public bool WithoutIds { get; init; }

    public ResourceRegistration this[string name] => Registered.Concat(Read).Single(registration => registration.Name == name);

    /// <summary>Runs a program on a new engine; returns what the engine saw and the exit code.</summary>
    public static async Task<(RecordingEngine Engine, int ExitCode)> RunAsync(
        Action program,
        RecordingEngine? engine = null,
        bool isDryRun = false
    )
    {
        engine ??= new RecordingEngine();
        var deployment = new Deployment(new("org", "shop", "dev", "/", isDryRun), engine);
        return (
            engine,
            await deployment.RunStackAsync(() =>
                new Stack(
                    () =>
                    {
                        program();
                        return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
                    },
                    null
                )
            )
        );
    }

    public static string UrnOf(string name) => "urn:" + name;

    public async Task<RegisteredResource> RegisterResourceAsync(ResourceRegistration registration)
    {
        Registered.Enqueue(registration);
        await Task.Yield();
        return new(UrnOf(registration.Name), registration.Custom && !WithoutIds ? registration.Name + "-id" : "", registration.Inputs);
    }

    public Task<RegisteredResource> ReadResourceAsync(ResourceRegistration registration)
    {
        Read.Enqueue(registration);
        return Task.FromResult(new RegisteredResource(UrnOf(registration.Name), registration.Id, registration.Inputs));
    }

    public Task RegisterResourceOutputsAsync(string urn, ImmutableDictionary<string, object?> outputs) => Task.CompletedTask;

    public Task<ImmutableDictionary<string, object?>> InvokeAsync(FunctionCall call)
    {
        Calls.Enqueue(call);
        return Task.FromResult(call.Args);
    }

    public Task LogAsync(LogEntry entry)
    {
        Log.Enqueue(entry);
        return Task.CompletedTask;
    }

    public Task SignalAndWaitForShutdownAsync()
    {
        Shutdowns++;
        return Task.CompletedTask;
    }
}
