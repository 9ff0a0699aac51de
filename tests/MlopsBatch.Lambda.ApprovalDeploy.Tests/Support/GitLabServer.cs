using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;

/// <summary>A self-managed GitLab on this machine: HTTPS with a certificate of its own authority.</summary>
internal sealed class GitLabServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GitLabServer(WebApplication app, X509Certificate2 authority) => (_app, Authority) = (app, authority);

    public X509Certificate2 Authority { get; }

    public Uri Url => new(_app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <param name="answer">Answers a request.</param>
    /// <param name="name">The name that its certificate is for.</param>
    /// <param name="isExpired">Whether the certificate's time is over.</param>
    public static async Task<GitLabServer> StartAsync(Func<HttpContext, Task> answer, string name = "localhost", bool isExpired = false)
    {
        var (authority, certificate) = Certificates(name, isExpired);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var server = new GitLabServer(builder.Build(), authority);
        server._app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            server.Requests.Enqueue($"{http.Request.Method} {http.Request.Path} {await reader.ReadToEndAsync()}");
            await answer(http);
        });
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static (X509Certificate2 Authority, X509Certificate2 Server) Certificates(string name, bool isExpired)
    {
        var from = DateTimeOffset.UnixEpoch.AddYears(50);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        var authority = authorityRequest.CreateSelfSigned(from, from.AddYears(50));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var signed = request.Create(authority, from, isExpired ? from.AddYears(1) : from.AddYears(40), [1, 2, 3, 4]);
        using var withKey = signed.CopyWithPrivateKey(key);
        return (authority, X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null));
    }
}
