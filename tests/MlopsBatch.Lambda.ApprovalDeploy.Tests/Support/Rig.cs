using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.ApprovalDeploy.GitLab;
using MlopsBatch.Lambda.ApprovalDeploy.Tokens;
using MlopsBatch.Lambda.Common.Logging;
using MlopsBatch.TestSupport.Aws;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;

/// <summary>The function with stubs around it: event in, GitLab requests, audit events and log lines out.</summary>
internal sealed class Rig
{
    public const string Token = "glptt-0123456789abcdef";
    public const string SecretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:gitlab-token-AbCdEf";

    public static readonly Scene Scene = Scene.Default;

    private readonly MemoryStream _log = new();
    private ApprovalDeployFunction? _function;

    public LambdaSettings Settings { get; init; } = Scene.Settings;

    public StubGitLab GitLab { get; init; } = new(StubGitLab.Answer(201, StubGitLab.Created));

    public StubSecrets Secrets { get; init; } = new(Token);

    public StubRegistry Registry { get; init; } = new();

    public RecordingAudit Audit { get; init; } = new();

    public string Mode { get; init; } = GitLabModes.Trigger;

    public TimeSpan RemainingTime { get; init; } = TimeSpan.FromSeconds(60);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 20, 3, 0, 0, TimeSpan.Zero));

    public string LogText => Encoding.UTF8.GetString(_log.ToArray());

    public JsonObject LastLine => JsonNode.Parse(LogText.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!.AsObject();

    public string? Outcome => (string?)LastLine["outcome"];

    /// <summary>The one audit event.</summary>
    public (string DetailType, DeploymentDetail Detail) Audited => Audit.Events.ShouldHaveSingleItem();

    public Task HandleAsync(JsonNode e) => HandleAsync(e.ToJsonString());

    public Task HandleAsync(string text) => HandleAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// Handles an event while the clock runs by itself, so that waits cost no time. All of it takes place on one thread, without a
    /// context to post to: what waited for the clock goes on within <c>Advance</c>, before the clock is put forward again, however
    /// busy the machine is. Lambda's limit is kept: past it, nothing the function still does may need the clock.
    /// </summary>
    public Task HandleAsync(byte[] bytes) =>
        Task.Run(async () =>
        {
            _function ??= Create();
            var handling = _function.HandleAsync(
                new MemoryStream(bytes),
                new TestContext { RemainingTime = RemainingTime }
            );
            var end = Time.GetUtcNow() + RemainingTime;
            while (!handling.IsCompleted && Time.GetUtcNow() < end)
            {
                Time.Advance(TimeSpan.FromMilliseconds(250));
            }

            await handling;
        });

    private ApprovalDeployFunction Create()
    {
        var options = new GitLabOptions
        {
            Url = new Uri("https://gitlab.example.com/"),
            Project = "group/model",
            Ref = "main",
            Mode = Mode,
            TokenSecretArn = SecretArn,
        };
        var client = new GitLabClient(
            new HttpClient(GitLab) { Timeout = Timeout.InfiniteTimeSpan },
            options,
            new TokenCache(Secrets, SecretArn),
            Time,
            () => 0.5
        );
        return new ApprovalDeployFunction(
            new ApprovalFilter(Settings),
            new ReviewCheck(Registry),
            client,
            Audit,
            options,
            new JsonLog(_log, Time),
            Time
        );
    }
}
