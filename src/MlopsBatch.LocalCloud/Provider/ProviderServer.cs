using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MlopsBatch.LocalCloud.Http;

namespace MlopsBatch.LocalCloud.Provider;

/// <summary>
/// An account of the local cloud as the provider <c>aws</c> of Pulumi's engine, on a loopback port: gRPC without TLS, as the engine
/// speaks it to the plugins that it starts.
/// </summary>
public sealed class ProviderServer : IAsyncDisposable
{
    private readonly WebApplication _web;

    private ProviderServer(WebApplication web) => _web = web;

    /// <summary>The port, which a plugin prints as its first line.</summary>
    public int Port =>
        new Uri(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    /// <summary>Starts to listen.</summary>
    /// <param name="account">Where resources are made, as the account's root.</param>
    /// <param name="port">A loopback port; 0 for any free one.</param>
    /// <exception cref="CloudException">PortUnavailable.</exception>
    public static async Task<ProviderServer> StartAsync(CloudAccount account, int port = 0)
    {
        ArgumentNullException.ThrowIfNull(account);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, port, endpoint => endpoint.Protocols = HttpProtocols.Http2)
        );
        // The engine's own limit is 400 MiB; what it sends, it has checked.
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (null, null));
        builder.Services.AddSingleton(new ProviderService(account));
        var web = builder.Build();
        web.MapGrpcService<ProviderService>();
        await Listening.StartAsync(web, "The provider", port);
        return new ProviderServer(web);
    }

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
