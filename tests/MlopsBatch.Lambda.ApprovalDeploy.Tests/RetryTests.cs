using MlopsBatch.Events.EventBridge;
using MlopsBatch.Lambda.ApprovalDeploy.GitLab;
using MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests;

/// <summary>What passes is waited out, within the time there is.</summary>
public sealed class RetryTests
{
    private static readonly Func<CancellationToken, Task<HttpResponseMessage>> Created = StubGitLab.Answer(201, StubGitLab.Created);

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(408)]
    [InlineData(429)]
    public async Task A_passing_answer_is_tried_again(int status)
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Answer(status, "<html>"), StubGitLab.Answer(status, "<html>"), Created) };
        await rig.HandleAsync(Decisions.Approved);
        rig.GitLab.Requests.Count.ShouldBe(3);
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentTriggered);
    }

    [Fact]
    public async Task A_network_fault_is_tried_again()
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Down(), Created) };
        await rig.HandleAsync(Decisions.Approved);
        rig.GitLab.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_slow_answer_is_given_up_and_tried_again()
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Hang, Created) };
        var before = rig.Time.GetUtcNow();
        await rig.HandleAsync(Decisions.Approved);
        (rig.Time.GetUtcNow() - before).ShouldBeInRange(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30));
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentTriggered);
    }

    [Theory]
    [InlineData("Retry-After", "15")]
    [InlineData("Retry-After", "Fri, 20 Nov 2026 03:00:15 GMT")]
    [InlineData("RateLimit-Reset", "1795143615")]
    public async Task The_wait_that_GitLab_asks_for_is_kept(string header, string value)
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Answer(429, "{}", (header, value)), Created) };
        var before = rig.Time.GetUtcNow();
        await rig.HandleAsync(Decisions.Approved);
        (rig.Time.GetUtcNow() - before).ShouldBeInRange(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30));
        rig.GitLab.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("99999999999999999999")]
    public async Task A_nonsensical_wait_is_not_kept(string value)
    {
        var rig = new Rig
        {
            GitLab = new StubGitLab(StubGitLab.Answer(429, "{}", ("Retry-After", value), ("RateLimit-Reset", value)), Created),
        };
        await rig.HandleAsync(Decisions.Approved);
        rig.GitLab.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(429, "Retry-After", "0")]
    [InlineData(503, "Retry-After", "Fri, 20 Nov 2026 02:59:00 GMT")]
    [InlineData(429, "RateLimit-Reset", "1795143600")]
    public async Task A_wait_of_nothing_does_not_hammer_GitLab(int status, string header, string value)
    {
        var answer = StubGitLab.Answer(status, "{}", (header, value));
        var rig = new Rig { GitLab = new StubGitLab(answer, answer, answer, Created) };
        var before = rig.Time.GetUtcNow();
        await rig.HandleAsync(Decisions.Approved);
        (rig.Time.GetUtcNow() - before).ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
        rig.GitLab.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task The_reset_of_a_rate_limit_says_nothing_about_a_server_fault()
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Answer(502, "{}", ("RateLimit-Reset", "1795143660")), Created) };
        var before = rig.Time.GetUtcNow();
        await rig.HandleAsync(Decisions.Approved);
        (rig.Time.GetUtcNow() - before).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_wait_beyond_the_time_left_fails_at_once()
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Answer(429, "{}", ("Retry-After", "120"))) };
        var before = rig.Time.GetUtcNow();
        (await Should.ThrowAsync<GitLabUnavailableException>(() => rig.HandleAsync(Decisions.Approved))).Message.ShouldBe(
            "GitLab at https://gitlab.example.com/ could not be asked to deploy in the time there was; the last attempt "
                + "ended with: status 429, asking to wait 120 s."
        );
        (rig.Time.GetUtcNow() - before).ShouldBeLessThan(TimeSpan.FromSeconds(30));
        rig.Outcome.ShouldBe("failed");
        rig.Audit.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task GitLab_down_fails_the_invocation_within_its_time()
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Down()), RemainingTime = TimeSpan.FromSeconds(30) };
        var before = rig.Time.GetUtcNow();
        (await Should.ThrowAsync<GitLabUnavailableException>(() => rig.HandleAsync(Decisions.Approved))).Message.ShouldContain(
            "Connection refused"
        );
        (rig.Time.GetUtcNow() - before).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(30));
        rig.GitLab.Requests.Count.ShouldBeInRange(3, 12);
    }

    [Fact]
    public async Task A_hanging_GitLab_fails_the_invocation_within_its_time()
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Hang), RemainingTime = TimeSpan.FromSeconds(20) };
        var before = rig.Time.GetUtcNow();
        (await Should.ThrowAsync<GitLabUnavailableException>(() => rig.HandleAsync(Decisions.Approved))).Message.ShouldContain(
            "no answer within 10 s"
        );
        (rig.Time.GetUtcNow() - before).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Without_time_left_the_invocation_fails_clearly()
    {
        var rig = new Rig { RemainingTime = TimeSpan.FromSeconds(2) };
        (await Should.ThrowAsync<GitLabUnavailableException>(() => rig.HandleAsync(Decisions.Approved))).Message.ShouldEndWith(
            "ended with: no attempt, for lack of time."
        );
        rig.GitLab.Requests.ShouldBeEmpty();
        rig.Outcome.ShouldBe("failed");
    }

    [Fact]
    public async Task After_an_outage_the_next_delivery_deploys()
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Answer(429, "{}", ("Retry-After", "120")), Created) };
        await Should.ThrowAsync<GitLabUnavailableException>(() => rig.HandleAsync(Decisions.Approved));
        await rig.HandleAsync(Decisions.Approved);
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentTriggered);
    }
}
