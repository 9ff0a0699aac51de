using Grpc.Net.Client;
using Pulumirpc;

namespace Pulumi.Engine;

/// <summary>Finds the engine that started the program.</summary>
internal static class EngineConnection
{
    /// <summary>The engine's own limit.</summary>
    private const int MaxMessageBytes = 400 * 1024 * 1024;

    /// <summary>A deployment on the engine that the environment names.</summary>
    /// <exception cref="InvalidOperationException">It names none.</exception>
    public static Deployment Open()
    {
        var environment = EngineEnvironment.Read(Environment.GetEnvironmentVariable);
        var engine = new GrpcEngine(
            new ResourceMonitor.ResourceMonitorClient(Channel(environment.Monitor)),
            new Pulumirpc.Engine.EngineClient(Channel(environment.Engine)),
            environment.Settings
        );
        return new(environment.Settings, engine);
    }

    /// <summary>The engine is on this machine and speaks HTTP/2 without TLS; no proxy is between.</summary>
    private static GrpcChannel Channel(string address) =>
        GrpcChannel.ForAddress(
            $"http://{address}",
            new()
            {
                MaxReceiveMessageSize = MaxMessageBytes,
                MaxSendMessageSize = MaxMessageBytes,
                HttpHandler = new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true },
                DisposeHttpClient = true,
            }
        );
}
