using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MlopsBatch.Rehearsal.GitLab;

/// <summary>
/// GitLab's ways to create a pipeline, on a loopback port, with its answers. What it creates is run one after the other.
/// Sources: https://docs.gitlab.com/api/pipeline_triggers/, https://docs.gitlab.com/api/pipelines/
/// </summary>
public sealed class GitLabServer : IAsyncDisposable
{
    private const string Created = "created",
        Failed = "failed";

    private readonly GitLabListener _listener;
    private readonly GitLabProject _project;
    private readonly Func<GitLabPipeline, CancellationToken, Task> _run;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _closed = new();
    private readonly Lock _lock = new();
    private ImmutableList<GitLabPipeline> _pipelines = [];
    private Task _work = Task.CompletedTask;

    private GitLabServer(GitLabProject project, Func<GitLabPipeline, CancellationToken, Task> run, TimeProvider time, bool isSecure) =>
        (_project, _run, _time, _listener) = (project, run, time, new GitLabListener(AnswerAsync, isSecure));

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url => _listener.Url;

    /// <summary>Where it listens with TLS; only where it was started so.</summary>
    public string SecureUrl => _listener.SecureUrl;

    /// <summary>Who has to be trusted to talk to it with TLS, in PEM form.</summary>
    public string AuthorityPem => _listener.AuthorityPem;

    /// <summary>A pipeline's page.</summary>
    public string UrlOf(GitLabPipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return $"{Url}{_project.BasePath}/{_project.Path}/-/pipelines/{pipeline.Id}";
    }

    /// <summary>All pipelines so far, the oldest first.</summary>
    public IReadOnlyList<GitLabPipeline> Pipelines => _pipelines;

    /// <summary>What is wrong with it at present; null if nothing is.</summary>
    public GitLabFault? Fault { get; set; }

    /// <summary>Starts to listen on a free port.</summary>
    /// <param name="project">The one project that it has.</param>
    /// <param name="run">Does what the project's jobs do; what it throws fails the pipeline.</param>
    /// <param name="time">The clock.</param>
    /// <param name="isSecure">Whether it listens with TLS, too.</param>
    public static async Task<GitLabServer> StartAsync(
        GitLabProject project,
        Func<GitLabPipeline, CancellationToken, Task> run,
        TimeProvider time,
        bool isSecure = false
    )
    {
        var server = new GitLabServer(project, run, time, isSecure);
        await server._listener.StartAsync();
        return server;
    }

    /// <summary>Repeats the jobs of a pipeline that failed, as its button "Retry" does; one that went well stays as it is.</summary>
    /// <param name="id">The pipeline's number.</param>
    /// <returns>The pipeline.</returns>
    public GitLabPipeline Retry(int id)
    {
        lock (_lock)
        {
            var pipeline = _pipelines[id - 1];
            if (pipeline.Status == Failed)
            {
                pipeline = pipeline with { Status = Created, FailureReason = null };
                _pipelines = _pipelines.SetItem(id - 1, pipeline);
                _work = RunAsync(_work, pipeline);
            }
            return pipeline;
        }
    }

    /// <summary>Completes when all pipelines that were created until now have ended.</summary>
    public Task WhenIdleAsync()
    {
        lock (_lock)
        {
            return _work;
        }
    }

    /// <summary>Stops listening; the pipeline that runs is cancelled.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await WhenIdleAsync();
        await _listener.DisposeAsync();
        _closed.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        if (Fault is { } fault)
        {
            if (fault.Status is not { } status)
            {
                http.Abort();
                return;
            }
            if (fault.RetryAfter is { } wait)
            {
                http.Response.Headers.RetryAfter = wait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            }
            await WriteAsync(http, status, new JsonObject { ["message"] = $"{status} {(HttpStatusCode)status}" });
            return;
        }
        // Routing would unescape the project's path.
        var target = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget.Split('?')[0];
        var parts = target.StartsWith(_project.BasePath + "/", StringComparison.Ordinal)
            ? target[_project.BasePath.Length..].Split('/')
            : [];
        switch (http.Request.Method, parts)
        {
            case ("POST", ["", "api", "v4", "projects", var id, "trigger", "pipeline"]):
                await TriggerAsync(http, id);
                break;
            case ("POST", ["", "api", "v4", "projects", var id, "pipeline"]):
                await CreateAsync(http, id);
                break;
            case ("GET", ["", "api", "v4", "projects", var id, "pipelines", var number]):
                await FindAsync(http, id, number, found => WriteAsync(http, 200, Json(found)));
                break;
            case ("POST", ["", "api", "v4", "projects", var id, "pipelines", var number, "retry"]):
                await FindAsync(http, id, number, found => WriteAsync(http, 201, Json(Retry(found.Id))));
                break;
            default:
                await WriteAsync(http, 404, new JsonObject { ["error"] = "404 Not Found" });
                break;
        }
    }

    private async Task TriggerAsync(HttpContext http, string id)
    {
        var form = await http.Request.ReadFormAsync();
        if (!IsProject(id) || form["token"] != _project.Token)
        {
            // GitLab doesn't tell a wrong token from a project that isn't there.
            await WriteAsync(http, 404, Message("404 Not Found"));
            return;
        }
        var variables = form.Where(field => field.Key.StartsWith("variables[", StringComparison.Ordinal) && field.Key.EndsWith(']'))
            .ToImmutableSortedDictionary(
                field => field.Key["variables[".Length..^1],
                field => field.Value.ToString(),
                StringComparer.Ordinal
            );
        await CreateAsync(http, "trigger", form["ref"].ToString(), variables);
    }

    private async Task CreateAsync(HttpContext http, string id)
    {
        if (http.Request.Headers["PRIVATE-TOKEN"] != _project.Token)
        {
            await WriteAsync(http, 401, Message("401 Unauthorized"));
            return;
        }
        if (!IsProject(id))
        {
            await WriteAsync(http, 404, Message("404 Project Not Found"));
            return;
        }
        JsonObject? body;
        try
        {
            body = await JsonNode.ParseAsync(http.Request.Body) as JsonObject;
        }
        catch (JsonException)
        {
            body = null;
        }
        var inputs = (body?["inputs"] as JsonObject ?? []).ToImmutableSortedDictionary(
            input => input.Key,
            input => input.Value?.ToString() ?? "",
            StringComparer.Ordinal
        );
        var unknown = inputs.Keys.Where(name => !_project.Inputs.Contains(name)).ToList();
        if (unknown.Count > 0)
        {
            var text = $"Given inputs not defined in the `spec` section of the included configuration file: {string.Join(", ", unknown)}";
            await WriteAsync(http, 400, Base(text));
            return;
        }
        await CreateAsync(http, "api", body?["ref"]?.ToString() ?? "", inputs);
    }

    private async Task CreateAsync(HttpContext http, string source, string branch, ImmutableSortedDictionary<string, string> variables)
    {
        if (branch != _project.Ref)
        {
            await WriteAsync(http, 400, branch.Length == 0 ? new JsonObject { ["error"] = "ref is missing" } : Base("Reference not found"));
            return;
        }
        GitLabPipeline pipeline;
        lock (_lock)
        {
            pipeline = new GitLabPipeline(_pipelines.Count + 1, source, branch, variables, _time.GetUtcNow());
            _pipelines = _pipelines.Add(pipeline);
            // One deployment at a time, in order: the jobs' resource groups.
            _work = RunAsync(_work, pipeline);
        }
        await WriteAsync(http, 201, Json(pipeline));
    }

    private async Task FindAsync(HttpContext http, string id, string number, Func<GitLabPipeline, Task> answer)
    {
        if (http.Request.Headers["PRIVATE-TOKEN"] != _project.Token)
        {
            await WriteAsync(http, 401, Message("401 Unauthorized"));
            return;
        }
        var found = IsProject(id) ? _pipelines.Find(one => one.Id.ToString(CultureInfo.InvariantCulture) == number) : null;
        await (found is null ? WriteAsync(http, 404, Message("404 Not found")) : answer(found));
    }

    private async Task RunAsync(Task before, GitLabPipeline pipeline)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        Set(pipeline.Id, one => one with { Status = "running" });
        try
        {
            await _run(pipeline, _closed.Token);
            Set(pipeline.Id, one => one with { Status = "success" });
        }
#pragma warning disable CA1031 // Whatever fails a job fails the pipeline.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Set(pipeline.Id, one => one with { Status = Failed, FailureReason = fault.Message });
        }
    }

    private void Set(int id, Func<GitLabPipeline, GitLabPipeline> change)
    {
        lock (_lock)
        {
            _pipelines = _pipelines.SetItem(id - 1, change(_pipelines[id - 1]));
        }
    }

    private bool IsProject(string id) =>
        Uri.UnescapeDataString(id) is var name && (name == _project.Path || name == _project.Id.ToString(CultureInfo.InvariantCulture));

    private JsonObject Json(GitLabPipeline pipeline) =>
        new()
        {
            ["id"] = pipeline.Id,
            ["iid"] = pipeline.Id,
            ["project_id"] = _project.Id,
            ["ref"] = pipeline.Ref,
            ["status"] = pipeline.Status,
            ["source"] = pipeline.Source,
            ["created_at"] = pipeline.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["web_url"] = UrlOf(pipeline),
        };

    private static JsonObject Message(string text) => new() { ["message"] = text };

    private static JsonObject Base(string text) => new() { ["message"] = new JsonObject { ["base"] = new JsonArray(text) } };

    private static async Task WriteAsync(HttpContext http, int status, JsonObject body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body.ToJsonString());
    }
}
