using System.Text;
using System.Text.Json.Nodes;
using Amazon.EventBridge;
using Amazon.SecretsManager;
using Microsoft.AspNetCore.Http;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.ApprovalDeploy.Audit;
using MlopsBatch.Lambda.ApprovalDeploy.GitLab;
using MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;
using MlopsBatch.Lambda.ApprovalDeploy.Tokens;
using MlopsBatch.Lambda.Common.Logging;
using MlopsBatch.TestSupport.Aws;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests;

/// <summary>The whole function over real HTTP: Secrets Manager, a GitLab with its own authority, EventBridge.</summary>
public sealed class HttpTests
{
    [Theory]
    [InlineData(GitLabModes.Trigger)]
    [InlineData(GitLabModes.Pipeline)]
    public async Task An_approval_goes_from_event_to_GitLab_to_audit(string mode)
    {
        await using var secrets = await AwsServer.StartAsync(_ => new AwsReply(200, $$"""{"SecretString":"{{Rig.Token}}"}"""));
        await using var bus = await AwsServer.StartAsync(_ => new AwsReply(200, """{"FailedEntryCount":0,"Entries":[{"EventId":"e"}]}"""));
        await using var gitLab = await GitLabServer.StartAsync(http => ReplyAsync(http, 201, StubGitLab.Created));
        await Function(secrets, bus, gitLab, mode).HandleAsync(Event(), new TestContext());

        gitLab.Requests.ShouldHaveSingleItem().ShouldContain("main");
        secrets
            .Calls.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                c => c.SignatureFault.ShouldBeNull(),
                c => c.Target.ShouldBe("secretsmanager.GetSecretValue"),
                c => c.Body.ShouldContain(Rig.SecretArn)
            );
        var put = bus.Calls.ShouldHaveSingleItem();
        put.SignatureFault.ShouldBeNull();
        put.Target.ShouldBe("AWSEvents.PutEvents");
        var entry = JsonNode.Parse(put.Body)!["Entries"]![0]!;
        ((string)entry["DetailType"]!).ShouldBe("MlopsBatch Deployment Triggered");
        ((long)JsonNode.Parse((string)entry["Detail"]!)!["gitLabPipelineId"]!).ShouldBe(4711);
    }

    [Fact]
    public async Task Retry_After_zero_is_tried_again_at_once()
    {
        var answers = 0;
        await using var secrets = await AwsServer.StartAsync(_ => new AwsReply(200, $$"""{"SecretString":"{{Rig.Token}}"}"""));
        await using var bus = await AwsServer.StartAsync(_ => new AwsReply(200, """{"FailedEntryCount":0}"""));
        await using var gitLab = await GitLabServer.StartAsync(http =>
        {
            http.Response.Headers.RetryAfter = "0";
            return ++answers == 1 ? ReplyAsync(http, 429, "Retry later") : ReplyAsync(http, 201, StubGitLab.Created);
        });
        await Function(secrets, bus, gitLab).HandleAsync(Event(), new TestContext());
        gitLab.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_so_that_the_token_stays()
    {
        await using var secrets = await AwsServer.StartAsync(_ => new AwsReply(200, $$"""{"SecretString":"{{Rig.Token}}"}"""));
        await using var bus = await AwsServer.StartAsync(_ => new AwsReply(200, """{"FailedEntryCount":0}"""));
        await using var gitLab = await GitLabServer.StartAsync(http =>
        {
            http.Response.Headers.Location = $"https://user:secret@elsewhere.example.com/sign-in?token={Rig.Token}";
            return ReplyAsync(http, 307, "");
        });
        await Function(secrets, bus, gitLab).HandleAsync(Event(), new TestContext());
        gitLab.Requests.Count.ShouldBe(1);
        var body = bus.Calls.Single().Body;
        body.ShouldContain("redirects to https://elsewhere.example.com/sign-in.");
        body.ShouldNotContain("secret@");
        body.ShouldNotContain(Rig.Token);
    }

    private static MemoryStream Event() => new(Encoding.UTF8.GetBytes(Decisions.Approved.ToJsonString()));

    private static Task ReplyAsync(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(body);
    }

    private static GitLabOptions Options(GitLabServer gitLab, string mode = GitLabModes.Trigger) =>
        new()
        {
            Url = gitLab.Url,
            Project = "group/model",
            Ref = "main",
            Mode = mode,
            TokenSecretArn = Rig.SecretArn,
        };

    private static ApprovalDeployFunction Function(AwsServer secrets, AwsServer bus, GitLabServer gitLab, string mode = GitLabModes.Trigger)
    {
        var options = Options(gitLab, mode);
        var secretsClient = new AmazonSecretsManagerClient(
            AwsServer.Credentials,
            new AmazonSecretsManagerConfig { ServiceURL = secrets.Url, AuthenticationRegion = "eu-west-1" }
        );
        var busClient = new AmazonEventBridgeClient(
            AwsServer.Credentials,
            new AmazonEventBridgeConfig { ServiceURL = bus.Url, AuthenticationRegion = "eu-west-1" }
        );
        var client = new GitLabClient(
            GitLabHttp.Create([gitLab.Authority]),
            options,
            new TokenCache(new SecretsManagerSecrets(new(secretsClient)), Rig.SecretArn),
            TimeProvider.System,
            () => 0.5
        );
        return new ApprovalDeployFunction(
            new ApprovalFilter(Rig.Scene.Settings),
            new ReviewCheck(new StubRegistry()),
            client,
            new EventBusAuditTrail(new(busClient), "default", TimeProvider.System),
            options,
            new JsonLog(Stream.Null, TimeProvider.System),
            TimeProvider.System
        );
    }
}
