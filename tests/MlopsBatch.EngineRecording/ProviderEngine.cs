using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumirpc;

namespace MlopsBatch.EngineRecording;

/// <summary>
/// The engine's other side: keeps a stack's state and has a provider create, change and delete what programs register, in one
/// update after the other.
/// </summary>
public sealed class ProviderEngine : IDisposable
{
    private const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    private readonly SemaphoreSlim _turn = new(1);
    private readonly GrpcChannel _channel;
    private readonly ResourceProvider.ResourceProviderClient _provider;
    private readonly List<ProviderState> _state = [];
    private readonly List<string> _operations = [];
    private readonly HashSet<string> _registered = new(StringComparer.Ordinal);

    /// <param name="port">The provider's loopback port.</param>
    public ProviderEngine(int port)
    {
        _channel = GrpcChannel.ForAddress(
            $"http://127.0.0.1:{port}",
            new() { HttpHandler = new SocketsHttpHandler { UseProxy = false }, MaxReceiveMessageSize = null, MaxSendMessageSize = null }
        );
        _provider = new(_channel);
    }

    /// <summary>What stands now, in the order in which it was made.</summary>
    public IReadOnlyList<ProviderState> State => [.. _state];

    /// <summary>What the current update did: <c>create URN</c>, <c>update URN: inputs</c>, <c>replace …</c>, <c>delete …</c>.</summary>
    public IReadOnlyList<string> Operations => [.. _operations];

    /// <summary>Begins an update, as the engine starts a provider: handshake, check of the configuration, configuration.</summary>
    public async Task BeginAsync()
    {
        _operations.Clear();
        _registered.Clear();
        await _provider.HandshakeAsync(new());
        await _provider.AttachAsync(new());
        var config = await _provider.CheckConfigAsync(new() { Urn = "urn:pulumi:dev::shop::pulumi:providers:aws::default", News = new() });
        await _provider.ConfigureAsync(new() { Args = config.Inputs });
    }

    /// <summary>Answers a program's calls; give it to <see cref="EngineOptions.Answer"/>.</summary>
    /// <param name="options">The options that it is given to.</param>
    /// <param name="call">The call.</param>
    public async Task<JsonObject?> AnswerAsync(EngineOptions options, EngineCall call)
    {
        if (call.Method == "Invoke")
        {
            var answer = await _provider.InvokeAsync(new() { Tok = call.Text("tok"), Args = Struct(call.Request["args"]) });
            return new() { ["return"] = Json(answer.Return) };
        }

        var isProviders = call.Request["custom"] is not null && !call.Type.StartsWith("pulumi:", StringComparison.Ordinal);
        if (call.Method != "RegisterResource" || !isProviders)
        {
            return null;
        }

        await _turn.WaitAsync();
        try
        {
            return await RegisterAsync(options, call);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends an update: what the program did not register is deleted, the youngest first.</summary>
    public Task FinishAsync() => DeleteAsync([.. _state.Where(state => !_registered.Contains(state.Urn))]);

    /// <summary>Deletes all but what is protected and what that stands on.</summary>
    public Task DestroyAsync()
    {
        var kept = new HashSet<string>(_state.Where(state => state.Protect).Select(state => state.Urn), StringComparer.Ordinal);
        foreach (var state in _state.AsEnumerable().Reverse().Where(state => kept.Contains(state.Urn)))
        {
            kept.UnionWith(state.Dependencies);
        }

        return DeleteAsync([.. _state.Where(state => !kept.Contains(state.Urn))]);
    }

    /// <summary>Asks the provider for all that stands; forgets what is gone.</summary>
    public async Task RefreshAsync()
    {
        foreach (var state in _state.ToList())
        {
            var read = await _provider.ReadAsync(
                new()
                {
                    Id = state.Id,
                    Urn = state.Urn,
                    Properties = Elided(state.Properties),
                    Inputs = Elided(state.Inputs),
                }
            );
            if (read.Id.Length == 0)
            {
                _state.Remove(state);
            }
            else
            {
                _state[_state.IndexOf(state)] = state with
                {
                    Inputs = (JsonObject)AssetValues.Restored(Json(read.Inputs), state.Inputs)!,
                    Properties = (JsonObject)AssetValues.Restored(Json(read.Properties), state.Inputs)!,
                };
            }
        }
    }

    public void Dispose()
    {
        _channel.Dispose();
        _turn.Dispose();
    }

    private async Task<JsonObject> RegisterAsync(EngineOptions options, EngineCall call)
    {
        var urn = Urn.Of(options, call.Text("parent"), call.Type, call.Name);
        var old = _state.Find(state => state.Urn == urn);
        var inputs = (JsonObject)AssetValues.WithHashes(Bare(call.Inputs), options.RootDirectory)!;
        foreach (var name in Texts(call.Request["ignoreChanges"]).Where(name => old?.Inputs.ContainsKey(name) ?? false))
        {
            inputs[name] = old!.Inputs[name]?.DeepClone();
        }

        var check = await _provider.CheckAsync(new() { Urn = urn, Olds = Struct(old?.Inputs), News = Struct(inputs) });
        if (check.Failures.Count > 0)
        {
            throw new RpcException(new Status(StatusCode.Unknown, string.Join("; ", check.Failures.Select(failure => failure.Reason))));
        }

        var (id, properties) = await ApplyAsync(options, urn, old, check.Inputs);
        _registered.Add(urn);
        if (!options.DryRun)
        {
            var state = new ProviderState(
                urn,
                id,
                inputs,
                properties,
                [.. Texts(call.Request["dependencies"])],
                (bool?)call.Request["protect"] ?? false,
                (bool?)call.Request["retainOnDelete"] ?? false
            );
            _state.Remove(old!);
            _state.Add(state);
        }

        return new()
        {
            ["urn"] = urn,
            ["id"] = id,
            ["object"] = properties.DeepClone(),
        };
    }

    private async Task<(string Id, JsonObject Properties)> ApplyAsync(EngineOptions options, string urn, ProviderState? old, Struct inputs)
    {
        if (old is null)
        {
            _operations.Add($"create {urn}");
            return await CreateAsync(options, urn, inputs);
        }

        var request = new DiffRequest
        {
            Id = old.Id,
            Urn = urn,
            Olds = Elided(old.Properties),
            OldInputs = Elided(old.Inputs),
            News = Elided(Json(inputs)),
        };
        var diff = await _provider.DiffAsync(request);
        if (diff.Changes == DiffResponse.Types.DiffChanges.DiffNone)
        {
            return (old.Id, old.Properties);
        }

        if (diff.Replaces.Count > 0)
        {
            _operations.Add($"replace {urn}: {string.Join(", ", diff.Replaces)}");
            if (!options.DryRun)
            {
                await DeleteAsync(old);
            }

            return await CreateAsync(options, urn, inputs);
        }

        _operations.Add($"update {urn}: {string.Join(", ", diff.Diffs)}");
        var update = new UpdateRequest
        {
            Id = old.Id,
            Urn = urn,
            Olds = request.Olds,
            OldInputs = request.OldInputs,
            News = inputs,
            Preview = options.DryRun,
        };
        return (old.Id, Json((await _provider.UpdateAsync(update)).Properties));
    }

    private async Task<(string Id, JsonObject Properties)> CreateAsync(EngineOptions options, string urn, Struct inputs)
    {
        var created = await _provider.CreateAsync(
            new()
            {
                Urn = urn,
                Properties = inputs,
                Preview = options.DryRun,
            }
        );
        return (created.Id, Json(created.Properties));
    }

    private async Task DeleteAsync(IReadOnlyList<ProviderState> dropped)
    {
        foreach (var state in dropped.Reverse())
        {
            if (!state.Retain)
            {
                await DeleteAsync(state);
            }

            _operations.Add($"delete {state.Urn}");
            _state.Remove(state);
        }
    }

    private async Task DeleteAsync(ProviderState state) =>
        await _provider.DeleteAsync(
            new()
            {
                Id = state.Id,
                Urn = state.Urn,
                Properties = Elided(state.Properties),
                OldInputs = Elided(state.Inputs),
            }
        );

    /// <summary>What a provider is shown of what is known to it already: files by their hashes.</summary>
    private static Struct Elided(JsonObject properties) => Struct(AssetValues.Elided(properties));

    /// <summary>Secrets as what they are: this provider takes none.</summary>
    private static JsonNode? Bare(JsonNode? node) =>
        node switch
        {
            JsonObject marked when (string?)(marked[AssetValues.Signature] as JsonValue) == Secret => Bare(marked["value"]),
            JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Bare(field.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Bare)]),
            _ => node?.DeepClone(),
        };

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(item => (string)item!);

    private static Struct Struct(JsonNode? json) => JsonParser.Default.Parse<Struct>((json ?? new JsonObject()).ToJsonString());

    private static JsonObject Json(Struct properties) => (JsonObject)JsonNode.Parse(JsonFormatter.Default.Format(properties))!;
}
