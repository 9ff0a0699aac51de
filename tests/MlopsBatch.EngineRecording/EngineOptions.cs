using System.Text.Json.Nodes;
using Grpc.Core;

namespace MlopsBatch.EngineRecording;

/// <summary>What the engine is to the program.</summary>
public sealed record EngineOptions
{
    public string Organization { get; init; } = "org";

    public string Project { get; init; } = "shop";

    public string Stack { get; init; } = "dev";

    /// <summary>Whether this is a preview: new resources have no id and no outputs but their inputs.</summary>
    public bool DryRun { get; init; }

    /// <summary>Configuration values by full key (<c>namespace:name</c>).</summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder of the program's <c>Pulumi.yaml</c>.</summary>
    public string RootDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>The features that are not supported.</summary>
    public IReadOnlySet<string> Without { get; init; } = new HashSet<string>();

    /// <summary>
    /// Answers a call with the reply's JSON; null for the usual answer. What it throws is the call's fault: an
    /// <see cref="RpcException"/> with its status.
    /// </summary>
    public Func<EngineCall, CancellationToken, Task<JsonObject?>> Answer { get; init; } = (_, _) => Task.FromResult<JsonObject?>(null);
}
