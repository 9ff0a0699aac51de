using System.Security.Authentication;
using System.Text;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Routing;
using MlopsBatch.TestSupport.Events;
using Moq;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests;

/// <summary>The audit event of this function is the mail of the other: from GitLab's answer to what people read.</summary>
public sealed class MailOfRefusalTests
{
    [Theory]
    [InlineData(
        400,
        """{"message":{"base":["Insufficient permissions to set pipeline variables"]}}""",
        "abalone version 7 not deployed: GitLab refused (400)",
        "Minimum role to use pipeline variables"
    )]
    [InlineData(404, """{"message":"404 Not Found"}""", "abalone version 7 not deployed: GitLab refused (404)", "put-secret-value")]
    [InlineData(
        201,
        StubGitLab.Created,
        "abalone version 7 approved: deployment started",
        "https://gitlab.example.com/group/model/-/pipelines/4711"
    )]
    public async Task What_GitLab_answers_reaches_those_who_mend_and_those_who_decided(int status, string body, string subject, string text)
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Answer(status, body)) };
        await rig.HandleAsync(Decisions.Approved);
        var mails = await MailsOfAsync(rig);
        mails.ShouldContain(mail => mail.Topic == MailTopic.Approvals);
        mails.ShouldAllBe(mail => mail.Model == "abalone" && mail.Subject == subject);
        mails[0].Body.ShouldContain(text);
    }

    [Fact]
    public async Task A_missing_token_reaches_the_approvals_topic()
    {
        var rig = new Rig { Secrets = new StubSecrets("") };
        await rig.HandleAsync(Decisions.Approved);
        var mail = (await MailsOfAsync(rig)).Single(one => one.Topic == MailTopic.Approvals);
        mail.Kind.ShouldBe(MailKinds.DeploymentFailed);
        mail.Subject.ShouldBe("abalone version 7 not deployed: GitLab could not be asked");
    }

    [Fact]
    public async Task A_certificate_that_isnt_trusted_is_no_matter_of_the_token()
    {
        var untrusted = new HttpRequestException(
            HttpRequestError.SecureConnectionError,
            "The SSL connection could not be established",
            new AuthenticationException("The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot")
        );
        var rig = new Rig { GitLab = new StubGitLab(_ => throw untrusted) };
        await rig.HandleAsync(Decisions.Approved);
        var mail = (await MailsOfAsync(rig)).Single(one => one.Topic == MailTopic.Operations);
        mail.Subject.ShouldBe("abalone version 7 not deployed: GitLab could not be asked");
        mail.Body.ShouldContain("signed by an authority that isn't trusted");
        mail.Body.ShouldContain("gitLab.caFile");
    }

    private static async Task<IReadOnlyList<Mail>> MailsOfAsync(Rig rig)
    {
        var e = EventTemplates.Deployment(Rig.Scene, rig.Audited.DetailType, rig.Audited.Detail);
        var tools = new MailTools(rig.Settings, Mock.Of<IModelRegistry>(), Mock.Of<IPipelineExecutions>(), Mock.Of<IObjects>());
        var decisions = await new EventRouter(tools).RouteAsync(
            RawEvent.Parse(Encoding.UTF8.GetBytes(e.ToJsonString())),
            CancellationToken.None
        );
        return [.. decisions.Select(decision => decision.ShouldBeOfType<Decision.Send>().Mail)];
    }
}
