using System.Text;
using System.Text.Json.Nodes;
using Amazon.EventBridge;
using Amazon.SecretsManager;
using Microsoft.AspNetCore.Http;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.ApprovalDeploy.Audit;
using MlopsBatch.Lambda.ApprovalDeploy.GitLab;
using MlopsBatch.Lambda.ApprovalDeploy.Tokens;
using MlopsBatch.Lambda.Common.Logging;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.TestSupport.Aws;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;

/// <summary>The whole function with its real clients, and on sockets what it calls: Secrets Manager, a GitLab over TLS, EventBridge.
/// </summary>
internal sealed class ServedFunction : IAsyncDisposable
{
    private readonly ApprovalDeployFunction _function;

    private ServedFunction(AwsServer secrets, AwsServer bus, GitLabServer gitLab, string mode, IModelRegistry registry)
    {
        (Secrets, Bus, GitLab) = (secrets, bus, gitLab);
        Options = new()
        {
            Url = gitLab.Url,
            Project = "group/model",
            Ref = "main",
            Mode = mode,
            TokenSecretArn = Rig.SecretArn,
        };
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
            Options,
            new TokenCache(new SecretsManagerSecrets(new(secretsClient)), Rig.SecretArn),
            TimeProvider.System,
            () => 0.5
        );
        _function = new ApprovalDeployFunction(
            new ApprovalFilter(Rig.Scene.Settings),
            new ReviewCheck(registry),
            client,
            new EventBusAuditTrail(new(busClient), "default", TimeProvider.System),
            Options,
            new JsonLog(Stream.Null, TimeProvider.System),
            TimeProvider.System
        );
    }

    public AwsServer Secrets { get; }

    public AwsServer Bus { get; }

    public GitLabServer GitLab { get; }

    public GitLabOptions Options { get; }

    /// <param name="gitLab">What GitLab answers.</param>
    /// <param name="mode">How it is asked.</param>
    public static async Task<ServedFunction> StartAsync(Func<HttpContext, Task> gitLab, string mode = GitLabModes.Trigger) =>
        new(
            await AwsServer.StartAsync(_ => new AwsReply(200, $$"""{"SecretString":"{{Rig.Token}}"}""")),
            await AwsServer.StartAsync(_ => new AwsReply(200, """{"FailedEntryCount":0,"Entries":[{"EventId":"e"}]}""")),
            await GitLabServer.StartAsync(gitLab),
            mode,
            new StubRegistry()
        );

    /// <summary>Hands an approval in.</summary>
    /// <returns>The detail of the audit event that it ends with.</returns>
    public async Task<JsonNode> HandleAsync()
    {
        await _function.HandleAsync(new MemoryStream(Encoding.UTF8.GetBytes(Decisions.Approved.ToJsonString())), new TestContext());
        return JsonNode.Parse((string)JsonNode.Parse(Bus.Calls.Last().Body)!["Entries"]![0]!["Detail"]!)!;
    }

    public async ValueTask DisposeAsync()
    {
        await Secrets.DisposeAsync();
        await Bus.DisposeAsync();
        await GitLab.DisposeAsync();
    }
}
