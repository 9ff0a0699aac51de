using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Http;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.ApprovalDeploy.GitLab;
using MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;
using MlopsBatch.Lambda.ApprovalDeploy.Tokens;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests;

/// <summary>Connections to GitLab over real sockets: each way to fail has its own words, and what can't mend itself isn't tried
/// again.</summary>
public sealed class ConnectionTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);

    private readonly List<string> _retries = [];
    private readonly SkippingTime _time = new();

    [Fact]
    public async Task An_unknown_authority_is_said_at_once_with_the_setting_that_mends_it()
    {
        await using var gitLab = await GitLabServer.StartAsync(Created);
        var fault = await FaultOfAsync(gitLab.Url, authorities: null);
        fault.Message.ShouldContain("signed by an authority that isn't trusted");
        fault.Mend!.ShouldContain("gitLab.caFile");
        ShouldNotHaveBeenTriedAgain(gitLab);
    }

    [Fact]
    public async Task A_wrong_authority_is_said_at_once()
    {
        await using var gitLab = await GitLabServer.StartAsync(Created);
        await using var other = await GitLabServer.StartAsync(Created);
        var fault = await FaultOfAsync(gitLab.Url, [other.Authority]);
        fault.Mend!.ShouldContain("other authorities than the one that signed");
        ShouldNotHaveBeenTriedAgain(gitLab);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_said_at_once()
    {
        await using var gitLab = await GitLabServer.StartAsync(Created, name: "gitlab.example.com");
        var fault = await FaultOfAsync(gitLab.Url, [gitLab.Authority]);
        fault.Message.ShouldContain("for another name than localhost");
        fault.Mend!.ShouldContain("gitLab.url");
        ShouldNotHaveBeenTriedAgain(gitLab);
    }

    [Fact]
    public async Task An_expired_certificate_is_said_at_once()
    {
        await using var gitLab = await GitLabServer.StartAsync(Created, isExpired: true);
        var fault = await FaultOfAsync(gitLab.Url, [gitLab.Authority]);
        fault.Message.ShouldContain("expired or not valid yet");
        fault.Mend.ShouldBe("Renew the certificate of localhost.");
        ShouldNotHaveBeenTriedAgain(gitLab);
    }

    [Fact]
    public async Task A_closed_port_is_tried_again_and_then_said()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        var fault = await FaultOfAsync(new Uri($"https://127.0.0.1:{port}/"), authorities: null);
        fault.Message.ShouldContain($"nothing listens at 127.0.0.1:{port} (connection refused)");
        fault.Mend.ShouldBeNull();
        _retries.ShouldNotBeEmpty();
        _retries[0].ShouldContain("connection refused");
    }

    [Fact]
    public async Task A_name_that_is_not_there_is_told_from_a_server_that_is_not_there()
    {
        var fault = await FaultOfAsync(new Uri("https://gitlab.invalid/"), authorities: null);
        fault.Message.ShouldContain("the name gitlab.invalid can't be resolved (DNS)");
        fault.Mend.ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_with_a_huge_body_keeps_its_status()
    {
        await using var gitLab = await GitLabServer.StartAsync(async http =>
        {
            http.Response.StatusCode = 403;
            for (var block = 0; block < 64; block++)
            {
                await http.Response.WriteAsync(new string('x', 64 * 1024));
            }
        });
        var answer = await Client(gitLab.Url, [gitLab.Authority]).StartDeploymentAsync(Change, Budget, Said);
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Message.Length.ShouldBeLessThan(600);
        gitLab.Requests.Count.ShouldBe(1);
    }

    private static ApprovalChange Change =>
        new ApprovalFilter(Rig.Scene.Settings).Read(Encoding.UTF8.GetBytes(Decisions.Approved.ToJsonString())).Change!;

    private static Task Created(HttpContext http)
    {
        http.Response.StatusCode = 201;
        return http.Response.WriteAsync(StubGitLab.Created);
    }

    private GitLabClient Client(Uri url, X509Certificate2Collection? authorities) =>
        new(
            GitLabHttp.Create(authorities),
            new GitLabOptions
            {
                Url = url,
                Project = "group/model",
                Ref = "main",
                Mode = GitLabModes.Trigger,
                TokenSecretArn = Rig.SecretArn,
            },
            new TokenCache(new StubSecrets(Rig.Token), Rig.SecretArn),
            _time,
            () => 0.5
        );

    private Task<GitLabUnavailableException> FaultOfAsync(Uri url, X509Certificate2Collection? authorities) =>
        Should.ThrowAsync<GitLabUnavailableException>(() =>
            Client(url, authorities).StartDeploymentAsync(Change, Budget, Said)
        );

    private void Said(string retry)
    {
        _retries.Add(retry);
        _time.SkipNextWait();
    }

    private void ShouldNotHaveBeenTriedAgain(GitLabServer gitLab)
    {
        _retries.ShouldBeEmpty();
        gitLab.Requests.ShouldBeEmpty();
    }
}
