using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.ApprovalDeploy.GitLab;
using MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests;

/// <summary>What GitLab is sent, and what becomes of its answers.</summary>
public sealed class GitLabTests
{
    [Fact]
    public async Task Mode_trigger_sends_a_form_with_token_and_variables()
    {
        var rig = new Rig();
        await rig.HandleAsync(Decisions.Approved);
        var request = rig.GitLab.Requests.ShouldHaveSingleItem();
        request.ShouldStartWith("POST https://gitlab.example.com/api/v4/projects/group%2Fmodel/trigger/pipeline\n");
        request.ShouldContain("Content-Type: application/x-www-form-urlencoded");
        Uri.UnescapeDataString(request.Split('\n')[^1])
            .ShouldBe(
                $"token={Rig.Token}&ref=main&variables[MLOPS_MODEL]=abalone&variables[MLOPS_MODEL_PACKAGE_ARN]={Rig.Scene.VersionArn(7)}"
                    + "&variables[MLOPS_APPROVAL_STATUS]=Approved"
                    + $"&variables[MLOPS_EVENT_ID]={(string)Decisions.Approved["id"]!}"
            );
        request.ShouldNotContain("PRIVATE-TOKEN");
    }

    [Fact]
    public async Task Mode_pipeline_sends_JSON_with_inputs()
    {
        var rig = new Rig { Mode = GitLabModes.Pipeline };
        await rig.HandleAsync(Decisions.Approved);
        var request = rig.GitLab.Requests.ShouldHaveSingleItem();
        request.ShouldStartWith("POST https://gitlab.example.com/api/v4/projects/group%2Fmodel/pipeline\n");
        request.ShouldContain($"PRIVATE-TOKEN: {Rig.Token}");
        request.ShouldContain("Content-Type: application/json");
        request
            .Split('\n')[^1]
            .ShouldBe(
                $$$"""{"ref":"main","inputs":{"mlops_model":"abalone","mlops_model_package_arn":"{{{Rig.Scene.VersionArn(7)}}}","mlops_approval_status":"Approved","mlops_event_id":"{{{(string)Decisions.Approved["id"]!}}}"}}"""
            );
        request.Split('\n')[^1].ShouldNotContain(Rig.Token);
    }

    [Theory]
    [InlineData("https://gitlab.example.com", "17", "https://gitlab.example.com/api/v4/projects/17/pipeline")]
    [InlineData("https://example.com/gitlab/", "a/b/c", "https://example.com/gitlab/api/v4/projects/a%2Fb%2Fc/pipeline")]
    public void The_address_follows_instance_and_project(string url, string project, string address) =>
        GitLabRequest
            .Address(
                new GitLabOptions
                {
                    Url = new Uri(url),
                    Project = project,
                    Ref = "main",
                    Mode = GitLabModes.Pipeline,
                    TokenSecretArn = Rig.SecretArn,
                }
            )
            .AbsoluteUri.ShouldBe(address);

    [Theory]
    [InlineData(
        400,
        """{"message":{"base":["Insufficient permissions to set pipeline variables"]}}""",
        "GitLab answers 400: Insufficient permissions to set pipeline variables",
        "Minimum role to use pipeline variables"
    )]
    [InlineData(
        400,
        """{"message":{"base":["Reference not found"]}}""",
        "GitLab answers 400: Reference not found",
        "There is no branch or tag main in project group/model. Set gitLab.ref"
    )]
    [InlineData(
        400,
        """{"message":{"base":["Pipeline will not run for the selected trigger. The rules configuration prevented any jobs from being added to the pipeline."]}}""",
        "prevented any jobs",
        "source trigger"
    )]
    [InlineData(400, """{"message":{"base":["jobs:deploy config contains unknown keys: scrpt"]}}""", "unknown keys", ".gitlab-ci.yml")]
    [InlineData(400, """{"message":"yaml invalid","errors":{}}""", "yaml invalid", "pipeline editor")]
    [InlineData(
        401,
        """{"message":"401 Unauthorized"}""",
        "GitLab answers 401: 401 Unauthorized",
        "put-secret-value --secret-id " + Rig.SecretArn
    )]
    [InlineData(403, """{"message":"403 Forbidden"}""", "GitLab answers 403: 403 Forbidden", "Maintainer on a protected branch")]
    [InlineData(
        400,
        """{"message":{"base":["You do not have sufficient permission to run a pipeline on 'main'. Please select a different branch or contact your administrator for assistance. <a href=https://docs.gitlab.com/ee/ci/pipelines/>Learn more</a>"]}}""",
        "for assistance. Learn more",
        "main is a protected branch"
    )]
    [InlineData(400, """{"message":{"base":["Pipelines are disabled!"]}}""", "Pipelines are disabled!", "CI/CD is switched off")]
    [InlineData(
        400,
        """{"message":{"base":["Identity verification is required in order to run CI jobs"]}}""",
        "Identity verification",
        "https://gitlab.com/-/identity_verification"
    )]
    [InlineData(
        403,
        """{"error":"insufficient_scope","error_description":"The request requires higher privileges than provided by the access token.","scope":"api"}""",
        "higher privileges",
        "lacks a scope"
    )]
    [InlineData(
        401,
        """{"error":"invalid_token","error_description":"Token is expired. You can either do re-authorization or token refresh."}""",
        "Token is expired",
        "expired or was revoked"
    )]
    [InlineData(400, """{"message":{"base":["variables config is odd in branch x"]}}""", "variables config is odd", "GitLab's own")]
    [InlineData(404, """{"message":"404 Not Found"}""", "GitLab answers 404: 404 Not Found", "Pipeline trigger tokens")]
    [InlineData(404, """{"error":"404 Project Not Found"}""", "GitLab answers 404: 404 Project Not Found", "gitLab.project")]
    [InlineData(409, """{"message":{"name":["taken","odd"]}}""", "GitLab answers 409: name: taken; odd", "gitLab.mode")]
    [InlineData(
        400,
        "<html><body>Bad gateway</body></html>",
        "GitLab answers 400: (a page of HTML, not GitLab's JSON)",
        "gitLab.url to GitLab's own address"
    )]
    [InlineData(
        200,
        "<html>Sign in</html>",
        "GitLab answers 200: (a page of HTML, not GitLab's JSON)",
        "gitLab.url to GitLab's own address"
    )]
    [InlineData(200, """{"status":"accepted"}""", "GitLab answers 200: no text", "gitLab.url to GitLab's own address")]
    [InlineData(302, "", "GitLab answers 302: no text", "Redirects are not followed")]
    [InlineData(422, "{}", "GitLab answers 422: no text", "gitLab.url, gitLab.project, gitLab.ref and gitLab.mode")]
    [InlineData(400, """{"message":5}""", "GitLab answers 400: 5", "pipeline editor")]
    [InlineData(400, "[1]", "GitLab answers 400: [1]", "pipeline editor")]
    public async Task A_lasting_refusal_is_audited_with_reason_and_mend(int status, string body, string reason, string mend)
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Answer(status, body)) };
        await rig.HandleAsync(Decisions.Approved);
        rig.GitLab.Requests.ShouldHaveSingleItem();
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentFailed);
        rig.Audited.Detail.GitLabStatus.ShouldBe(status);
        rig.Audited.Detail.Reason!.ShouldContain(reason);
        rig.Audited.Detail.Mend!.ShouldContain(mend);
        rig.Outcome.ShouldBe("failed");
        ((int)rig.LastLine["DeploysFailed"]!).ShouldBe(1);
    }

    [Fact]
    public async Task In_mode_pipeline_the_mend_speaks_of_its_token_and_source()
    {
        var lost = new Rig { Mode = GitLabModes.Pipeline, GitLab = new StubGitLab(StubGitLab.Answer(404, "{}")) };
        await lost.HandleAsync(Decisions.Approved);
        lost.Audited.Detail.Mend!.ShouldContain("access token of the project with scope api");
        var filtered = new Rig
        {
            Mode = GitLabModes.Pipeline,
            GitLab = new StubGitLab(StubGitLab.Answer(400, """{"message":"Pipeline filtered out by workflow rules."}""")),
        };
        await filtered.HandleAsync(Decisions.Approved);
        filtered.Audited.Detail.Mend!.ShouldContain("source api");
        var inputs = new Rig
        {
            Mode = GitLabModes.Pipeline,
            GitLab = new StubGitLab(StubGitLab.Answer(400, """{"message":{"base":["Unknown input arguments: mlops_model"]}}""")),
        };
        await inputs.HandleAsync(Decisions.Approved);
        inputs.Audited.Detail.Mend!.ShouldContain("spec: inputs:");
    }

    [Fact]
    public async Task A_created_pipeline_without_its_page_is_a_success_too()
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Answer(201, "{}")) };
        await rig.HandleAsync(Decisions.Approved);
        rig.Audited.DetailType.ShouldBe(DetailTypes.DeploymentTriggered);
        rig.Audited.Detail.GitLabPipelineUrl.ShouldBeNull();
    }

    [Fact]
    public async Task A_long_answer_is_shortened()
    {
        var rig = new Rig { GitLab = new StubGitLab(StubGitLab.Answer(400, new string('x', 5_000))) };
        await rig.HandleAsync(Decisions.Approved);
        rig.Audited.Detail.Reason!.Length.ShouldBeLessThan(600);
    }
}
