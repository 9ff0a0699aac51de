using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MlopsBatch.EngineRecording;

/// <summary>Pulumi's engine as a program sees it, on a loopback port: records what it is told and creates nothing.</summary>
public sealed class EngineServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<EngineCall> _calls = new();

    private EngineServer(EngineOptions options)
    {
        Options = options;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2)
        );
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(this);
        builder.Services.AddSingleton<MonitorService>();
        builder.Services.AddSingleton<LogService>();
        _app = builder.Build();
        _app.MapGrpcService<MonitorService>();
        _app.MapGrpcService<LogService>();
    }

    public EngineOptions Options { get; }

    /// <summary>All calls so far, in the order in which they came.</summary>
    public IReadOnlyList<EngineCall> Calls => [.. _calls];

    public IEnumerable<EngineCall> Registered => Of("RegisterResource");

    /// <summary>The errors that the program reported.</summary>
    public IEnumerable<string> Errors => Of("Log").Where(call => call.Text("severity") == "ERROR").Select(call => call.Text("message"));

    /// <summary>Host and port.</summary>
    public string Address =>
        new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    /// <summary>The variables that tell a program of this engine; null takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Variables =>
        new Dictionary<string, string?>
        {
            ["PULUMI_MONITOR"] = Address,
            ["PULUMI_ENGINE"] = Address,
            ["PULUMI_ORGANIZATION"] = Options.Organization,
            ["PULUMI_PROJECT"] = Options.Project,
            ["PULUMI_ROOT_DIRECTORY"] = Options.RootDirectory,
            ["PULUMI_STACK"] = Options.Stack,
            ["PULUMI_PWD"] = Options.RootDirectory,
            ["PULUMI_DRY_RUN"] = Options.DryRun ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = "16",
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(Options.Config),
            ["PULUMI_CONFIG_SECRET_KEYS"] = "[]",
        };

    public static async Task<EngineServer> StartAsync(EngineOptions? options = null)
    {
        var server = new EngineServer(options ?? new EngineOptions());
        await server._app.StartAsync();
        return server;
    }

    public IEnumerable<EngineCall> Of(string method) => _calls.Where(call => call.Method == method);

    /// <summary>The one registration with this name.</summary>
    public EngineCall Registration(string name) => Registered.Single(call => call.Name == name);

    /// <summary>Goes away as a killed process does: open calls break, new connections are refused.</summary>
    public async Task KillAsync() => await _app.StopAsync(new CancellationToken(canceled: true));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal void Record(EngineCall call) => _calls.Enqueue(call);
}
