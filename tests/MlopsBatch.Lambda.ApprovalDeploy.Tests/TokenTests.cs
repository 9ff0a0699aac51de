using System.Net;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;
using MlopsBatch.Lambda.ApprovalDeploy.Tokens;
using Moq;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests;

/// <summary>The token: read once, read again when refused, never shown.</summary>
public sealed class TokenTests
{
    [Theory]
    [InlineData("glptt-1", "glptt-1")]
    [InlineData(" glptt-1\n", "glptt-1")]
    [InlineData("{\"token\":\" glptt-1 \"}", "glptt-1")]
    public void A_token_is_the_value_or_a_member_of_it(string value, string token) =>
        GitLabToken.Parse(value, Rig.SecretArn).ShouldBe(token);

    [Theory]
    [InlineData(null, "it is empty")]
    [InlineData(" ", "it is empty")]
    [InlineData("{\"token\":\"\"}", "it is empty")]
    [InlineData("{\"tok\":\"HUQRET\"}", "without the text member \"token\"")]
    [InlineData("{\"token\":5}", "without the text member \"token\"")]
    [InlineData("{HUQRET", "no JSON")]
    [InlineData("HUQ RET", "white space")]
    [InlineData("HUQ\u0000RET", "control characters")]
    [InlineData("HUQRÉT", "other than ASCII")]
    public async Task A_malformed_secret_is_audited_without_its_value(string? value, string problem)
    {
        var rig = new Rig { Secrets = new StubSecrets(value) };
        await rig.HandleAsync(Decisions.Approved);
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentFailed);
        rig.Audited.Detail.Reason!.ShouldContain(problem);
        rig.Audited.Detail.Reason!.ShouldContain(Rig.SecretArn);
        rig.Audited.Detail.Mend!.ShouldContain("put-secret-value");
        (rig.LogText + rig.Audited.Detail).ShouldNotContain("HUQ", Case.Sensitive);
        rig.GitLab.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_token_is_read_once_for_many_events()
    {
        var rig = new Rig();
        await rig.HandleAsync(Decisions.Approved);
        await rig.HandleAsync(Decisions.Rejected);
        rig.Secrets.Reads.ShouldBe(1);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    public async Task A_rotated_token_is_read_again_once(int status)
    {
        var rig = new Rig
        {
            Secrets = new StubSecrets("glptt-old", Rig.Token),
            GitLab = new StubGitLab(StubGitLab.Answer(status), StubGitLab.Answer(201, StubGitLab.Created)),
        };
        await rig.HandleAsync(Decisions.Approved);
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentTriggered);
        rig.GitLab.Requests[0].ShouldContain("glptt-old");
        rig.GitLab.Requests[1].ShouldContain(Rig.Token);
        rig.Secrets.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_that_is_refused_and_has_not_changed_is_not_sent_again()
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Answer(401)) };
        await rig.HandleAsync(Decisions.Approved);
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentFailed);
        rig.GitLab.Requests.Count.ShouldBe(1);
        rig.Secrets.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task Two_wrong_tokens_are_enough()
    {
        var rig = new Rig { Secrets = new StubSecrets("a", "b", "c"), GitLab = new StubGitLab(StubGitLab.Answer(404)) };
        await rig.HandleAsync(Decisions.Approved);
        rig.GitLab.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(GitLabModes.Trigger, 400)]
    [InlineData(GitLabModes.Pipeline, 400)]
    [InlineData(GitLabModes.Trigger, 201)]
    [InlineData(GitLabModes.Trigger, 503)]
    [InlineData(GitLabModes.Pipeline, 0)]
    public async Task The_token_appears_in_no_log_exception_or_audit_event(string mode, int status)
    {
        var echo = $$"""{"message":"you sent {{Rig.Token}}","web_url":"https://gitlab.example.com/?private_token={{Rig.Token}}"}""";
        var rig = new Rig
        {
            Mode = mode,
            GitLab = new StubGitLab(status == 0 ? StubGitLab.Down() : StubGitLab.Answer(status, echo)),
            RemainingTime = TimeSpan.FromSeconds(10),
        };
        var shown = "";
        try
        {
            await rig.HandleAsync(Decisions.Approved);
        }
        catch (Exception e)
        {
            shown = e.ToString();
        }

        (shown + rig.LogText + string.Join("", rig.Audit.Events)).ShouldNotContain(Rig.Token);
        rig.LogText.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("missing", "put-secret-value")]
    [InlineData("denied", "secretsmanager:GetSecretValue")]
    public async Task A_secret_that_cant_be_had_is_a_lasting_fault(string problem, string mend)
    {
        var client = new Mock<IAmazonSecretsManager>();
        client
            .Setup(c => c.GetSecretValueAsync(It.IsAny<GetSecretValueRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(
                problem == "missing"
                    ? new ResourceNotFoundException("Secrets Manager can't find the specified secret value for staging label: AWSCURRENT")
                    : new AmazonSecretsManagerException(
                        "not authorized",
                        null,
                        ErrorType.Sender,
                        "AccessDeniedException",
                        "r",
                        HttpStatusCode.BadRequest
                    )
            );
        var error = await Should.ThrowAsync<TokenException>(() =>
            new SecretsManagerSecrets(new(client.Object)).ReadAsync(Rig.SecretArn, CancellationToken.None)
        );
        error.Mend!.ShouldContain(mend);
        error.Message.ShouldContain(Rig.SecretArn);
    }

    [Fact]
    public async Task A_secret_that_isnt_read_in_time_fails_the_invocation_clearly()
    {
        var client = new Mock<IAmazonSecretsManager>();
        client
            .Setup(c => c.GetSecretValueAsync(It.IsAny<GetSecretValueRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TaskCanceledException());
        (
            await Should.ThrowAsync<TokenException>(() =>
                new SecretsManagerSecrets(new(client.Object)).ReadAsync(Rig.SecretArn, CancellationToken.None)
            )
        ).Message.ShouldBe($"Secrets Manager did not answer in time to read {Rig.SecretArn}.");
    }

    [Theory]
    [InlineData("ThrottlingException", HttpStatusCode.BadRequest)]
    [InlineData("InternalServiceError", HttpStatusCode.InternalServerError)]
    public async Task A_secret_that_can_be_had_later_fails_the_invocation(string code, HttpStatusCode status)
    {
        var client = new Mock<IAmazonSecretsManager>();
        client
            .Setup(c => c.GetSecretValueAsync(It.IsAny<GetSecretValueRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonSecretsManagerException("later", null, ErrorType.Sender, code, "r", status));
        (
            await Should.ThrowAsync<TokenException>(() =>
                new SecretsManagerSecrets(new(client.Object)).ReadAsync(Rig.SecretArn, CancellationToken.None)
            )
        ).Mend.ShouldBeNull();
    }
}
