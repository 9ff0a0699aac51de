using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MlopsBatch.Rehearsal.GitLab;

namespace MlopsBatch.Rehearsal.Tests.GitLab;

/// <summary>The local GitLab answers as GitLab does.</summary>
public sealed class GitLabServerTests : IDisposable
{
    private static readonly GitLabProject Project = new()
    {
        Path = "group/project",
        Token = "secret",
        Inputs = ["mlops_model"],
    };

    private readonly HttpClient _http = new();

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("secret", "main", "group%2Fproject", 201)]
    [InlineData("secret", "main", "1", 201)]
    [InlineData("wrong", "main", "group%2Fproject", 404)]
    [InlineData("secret", "main", "group%2Fother", 404)]
    [InlineData("secret", "none", "group%2Fproject", 400)]
    public async Task A_trigger_needs_its_token_project_and_branch(string token, string branch, string project, int status)
    {
        await using var server = await StartAsync((_, _) => Task.CompletedTask);

        var answer = await TriggerAsync(server, token, branch, project);

        ((int)answer.StatusCode).ShouldBe(status);
        await server.WhenIdleAsync();
        server.Pipelines.Count.ShouldBe(status == 201 ? 1 : 0);
    }

    [Fact]
    public async Task Variables_and_inputs_reach_the_jobs_and_a_failing_job_fails_its_pipeline()
    {
        var seen = new List<string>();
        await using var server = await StartAsync(
            (pipeline, _) =>
            {
                seen.Add($"{pipeline.Source} {string.Join(',', pipeline.Variables)}");
                return pipeline.Source == "api" ? throw new InvalidOperationException("no such stack") : Task.CompletedTask;
            }
        );

        var triggered = await (await TriggerAsync(server, "secret", "main", "1")).Content.ReadFromJsonAsync<JsonObject>();
        var created = await CreateAsync(server, "secret", """{"ref":"main","inputs":{"mlops_model":"abalone"}}""");

        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        triggered!["web_url"]!.ToString().ShouldBe($"{server.Url}/group/project/-/pipelines/1");
        await server.WhenIdleAsync();
        seen.ShouldBe(["trigger [MLOPS_MODEL, abalone]", "api [mlops_model, abalone]"]);
        server.Pipelines.Select(one => (one.Status, one.FailureReason)).ShouldBe([("success", null), ("failed", "no such stack")]);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Url}/api/v4/projects/1/pipelines/2")
        {
            Headers = { { "PRIVATE-TOKEN", "secret" } },
        };
        var shown = await (await _http.SendAsync(request)).Content.ReadFromJsonAsync<JsonObject>();
        shown!["status"]!.ToString().ShouldBe("failed");
    }

    [Theory]
    [InlineData("wrong", """{"ref":"main"}""", 401, "401 Unauthorized")]
    [InlineData("secret", """{"ref":"main","inputs":{"other":"x"}}""", 400, "not defined in the `spec` section")]
    [InlineData("secret", """{"ref":"none"}""", 400, "Reference not found")]
    [InlineData("secret", "no json", 400, "ref is missing")]
    public async Task A_pipeline_by_the_API_is_refused_with_the_reason(string token, string body, int status, string why)
    {
        await using var server = await StartAsync((_, _) => Task.CompletedTask);

        var answer = await CreateAsync(server, token, body);

        ((int)answer.StatusCode).ShouldBe(status);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.ToJsonString().Replace("\\u0060", "`").ShouldContain(why);
    }

    [Fact]
    public async Task It_can_be_down_and_come_back()
    {
        await using var server = await StartAsync((_, _) => Task.CompletedTask);

        server.Fault = new GitLabFault(503, TimeSpan.FromSeconds(7));
        var refused = await TriggerAsync(server, "secret", "main", "1");
        server.Fault = new GitLabFault(null);
        await Should.ThrowAsync<HttpRequestException>(() => TriggerAsync(server, "secret", "main", "1"));
        server.Fault = null;
        var taken = await TriggerAsync(server, "secret", "main", "1");

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        taken.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_pipeline_that_failed_can_be_repeated_and_one_that_went_well_stays_as_it_is()
    {
        var runs = 0;
        await using var server = await StartAsync(
            (_, _) => runs++ == 0 ? throw new InvalidOperationException("locked") : Task.CompletedTask
        );
        await TriggerAsync(server, "secret", "main", "1");
        await server.WhenIdleAsync();
        server.Pipelines.ShouldHaveSingleItem().Status.ShouldBe("failed");

        (await RetryAsync(server, "wrong", 1)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await RetryAsync(server, "secret", 2)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await RetryAsync(server, "secret", 1)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await server.WhenIdleAsync();
        server.Pipelines.Select(one => (one.Status, one.FailureReason)).ShouldBe([("success", null)]);
        await RetryAsync(server, "secret", 1);
        await server.WhenIdleAsync();
        runs.ShouldBe(2);
    }

    [Fact]
    public async Task Deployments_run_one_after_the_other()
    {
        var running = 0;
        var most = 0;
        // The first deployment goes on until all four are asked for; each gives the others room to begin beside it.
        var allAsked = new TaskCompletionSource();
        await using var server = await StartAsync(
            async (_, cancellation) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await allAsked.Task.WaitAsync(cancellation);
                for (var turn = 0; turn < 20; turn++)
                {
                    await Task.Yield();
                }
                Interlocked.Decrement(ref running);
            }
        );

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TriggerAsync(server, "secret", "main", "1")));
        allAsked.SetResult();
        await server.WhenIdleAsync();

        most.ShouldBe(1);
        server.Pipelines.Select(one => one.Status).ShouldBe(["success", "success", "success", "success"]);
    }

    private static Task<GitLabServer> StartAsync(Func<GitLabPipeline, CancellationToken, Task> run) =>
        GitLabServer.StartAsync(Project, run, TimeProvider.System);

    private Task<HttpResponseMessage> TriggerAsync(GitLabServer server, string token, string branch, string project) =>
        _http.PostAsync(
            $"{server.Url}/api/v4/projects/{project}/trigger/pipeline",
            new FormUrlEncodedContent([new("token", token), new("ref", branch), new("variables[MLOPS_MODEL]", "abalone")])
        );

    private async Task<HttpResponseMessage> RetryAsync(GitLabServer server, string token, int pipeline)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server.Url}/api/v4/projects/1/pipelines/{pipeline}/retry")
        {
            Headers = { { "PRIVATE-TOKEN", token } },
        };
        return await _http.SendAsync(request);
    }

    private async Task<HttpResponseMessage> CreateAsync(GitLabServer server, string token, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server.Url}/api/v4/projects/group%2Fproject/pipeline")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "PRIVATE-TOKEN", token } },
        };
        return await _http.SendAsync(request);
    }
}
