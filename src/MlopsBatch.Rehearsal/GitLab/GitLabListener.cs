using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MlopsBatch.Rehearsal.GitLab;

/// <summary>A free loopback port on which GitLab listens, and with a certificate a second one with TLS.</summary>
internal sealed class GitLabListener : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly X509Certificate2? _certificate;

    public GitLabListener(RequestDelegate answer, bool isSecure)
    {
        var certificate = isSecure ? LocalCertificate.Create(TimeProvider.System.GetUtcNow()) : null;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            if (certificate is not null)
            {
                options.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
            }
        });
        (_web, _certificate) = (builder.Build(), certificate);
        _web.Run(answer);
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url => Address("http://");

    /// <summary>Where it listens with TLS.</summary>
    public string SecureUrl => Address("https://");

    /// <summary>Who has to be trusted to talk to it with TLS, in PEM form.</summary>
    public string AuthorityPem => _certificate?.ExportCertificatePem() ?? "";

    public Task StartAsync() => _web.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
        _certificate?.Dispose();
    }

    private string Address(string scheme) =>
        _web
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single(address => address.StartsWith(scheme, StringComparison.Ordinal))
            .TrimEnd('/');
}
