using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests;

/// <summary>The whole function over real HTTP: Secrets Manager, a GitLab with its own authority, EventBridge.</summary>
public sealed class HttpTests
{
    [Theory]
    [InlineData(GitLabModes.Trigger)]
    [InlineData(GitLabModes.Pipeline)]
    public async Task An_approval_goes_from_event_to_GitLab_to_audit(string mode)
    {
        await using var function = await ServedFunction.StartAsync(http => ReplyAsync(http, 201, StubGitLab.Created), mode);
        var told = await function.HandleAsync();

        function.GitLab.Requests.ShouldHaveSingleItem().ShouldContain("main");
        function
            .Secrets.Calls.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                c => c.SignatureFault.ShouldBeNull(),
                c => c.Target.ShouldBe("secretsmanager.GetSecretValue"),
                c => c.Body.ShouldContain(Rig.SecretArn)
            );
        var put = function.Bus.Calls.ShouldHaveSingleItem();
        put.SignatureFault.ShouldBeNull();
        put.Target.ShouldBe("AWSEvents.PutEvents");
        var entry = JsonNode.Parse(put.Body)!["Entries"]![0]!;
        ((string)entry["DetailType"]!).ShouldBe("MlopsBatch Deployment Triggered");
        ((long)told["gitLabPipelineId"]!).ShouldBe(4711);
    }

    [Fact]
    public async Task Retry_After_zero_is_tried_again_at_once()
    {
        var answers = 0;
        await using var function = await ServedFunction.StartAsync(http =>
        {
            http.Response.Headers.RetryAfter = "0";
            return ++answers == 1 ? ReplyAsync(http, 429, "Retry later") : ReplyAsync(http, 201, StubGitLab.Created);
        });
        await function.HandleAsync();
        function.GitLab.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_so_that_the_token_stays()
    {
        await using var function = await ServedFunction.StartAsync(http =>
        {
            http.Response.Headers.Location = $"https://user:secret@elsewhere.example.com/sign-in?token={Rig.Token}";
            return ReplyAsync(http, 307, "");
        });
        await function.HandleAsync();
        function.GitLab.Requests.Count.ShouldBe(1);
        var body = function.Bus.Calls.Single().Body;
        body.ShouldContain("redirects to https://elsewhere.example.com/sign-in.");
        body.ShouldNotContain("secret@");
        body.ShouldNotContain(Rig.Token);
    }

    private static Task ReplyAsync(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(body);
    }
}
