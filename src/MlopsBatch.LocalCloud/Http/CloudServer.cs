using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace MlopsBatch.LocalCloud.Http;

/// <summary>
/// A cloud's services on a loopback port, each in AWS's own protocol, for clients that know nothing of this project.
/// One address serves all of them: a request's signature says which service it is for and who sends it.
/// </summary>
public sealed class CloudServer : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly TimeProvider _time;

    private CloudServer(WebApplication web, AccessKeys keys, TimeProvider time) =>
        (_web, Keys, _time) = (web, keys, time);

    /// <summary>Who may come; <see cref="AccessKeys.Issue"/> lets another one in.</summary>
    public AccessKeys Keys { get; }

    /// <summary>Where it listens, without a slash at the end: what AWS_ENDPOINT_URL is set to.</summary>
    public string Url =>
        _web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().TrimEnd('/');

    /// <summary>Starts to listen.</summary>
    /// <param name="cloud">The cloud; it outlives the server.</param>
    /// <param name="port">A loopback port; 0 for any free one.</param>
    /// <param name="time">The clock by which clients sign, the system's by default. The cloud's own clock may be a virtual one.</param>
    /// <exception cref="CloudException">PortUnavailable.</exception>
    public static async Task<CloudServer> StartAsync(Cloud cloud, int port = 0, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        var clock = time ?? TimeProvider.System;
        var keys = new AccessKeys(clock);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, port);
            options.AddServerHeader = false;
            options.AllowSynchronousIO = false;
            options.Limits.MaxRequestBodySize = 5L << 30;
            options.Limits.MinRequestBodyDataRate = null;
        });
        var web = builder.Build();
        var router = new ServiceRouter(cloud, keys, clock);
        web.Run(router.AnswerAsync);
        await Listening.StartAsync(web, "The local cloud", port);
        return new CloudServer(web, keys, clock);
    }

    /// <summary>Stops listening; requests that are being answered have five seconds to end.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), _time);
        await _web.StopAsync(patience.Token);
        await _web.DisposeAsync();
    }
}
