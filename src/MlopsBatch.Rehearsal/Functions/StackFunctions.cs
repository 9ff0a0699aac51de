using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.ApprovalDeploy;
using MlopsBatch.Lambda.Common.Hosting;
using MlopsBatch.Lambda.Notifications;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Http;
using MlopsBatch.LocalCloud.Lambda;

namespace MlopsBatch.Rehearsal.Functions;

/// <summary>
/// Runs the stack's two functions in this process: their own handlers, with the environment and the layer that the stack
/// gives them, and with real AWS clients that sign as the function's role.
/// </summary>
/// <param name="server">The cloud's HTTP face.</param>
/// <param name="gitLab">Makes the client of GitLab.</param>
/// <param name="folder">A folder for the layers' files.</param>
/// <param name="time">The clock.</param>
public sealed class StackFunctions(
    Func<CloudServer> server,
    Func<X509Certificate2Collection?, HttpClient> gitLab,
    string folder,
    TimeProvider time
) : IFunctionCode
{
    private const string LayerRoot = "/opt/";

    /// <summary>Shorter than the credentials last, so that none end within an invocation.</summary>
    private static readonly TimeSpan Credentials = TimeSpan.FromMinutes(60),
        Life = TimeSpan.FromMinutes(30);

    /// <summary>Instances that wait for an event, by the configuration that they were started with.</summary>
    private readonly ConcurrentDictionary<FunctionConfiguration, ConcurrentBag<FunctionInstance>> _warm = new();

    /// <inheritdoc/>
    public async Task<string> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var waiting = _warm.GetOrAdd(invocation.Function, _ => []);
        var now = TimeProvider.System.GetUtcNow();
        FunctionInstance? instance;
        while (waiting.TryTake(out instance) && !instance.IsUsable(now)) { }
        instance ??= await StartAsync(invocation, now + Life, cancellation);
        try
        {
            await instance.HandleAsync(invocation.Payload, new FunctionContext(invocation, time), invocation.Log);
            return "null";
        }
        finally
        {
            // One that failed goes on living; one that took too long is dropped.
            if (!cancellation.IsCancellationRequested)
            {
                waiting.Add(instance);
            }
        }
    }

    private async Task<FunctionInstance> StartAsync(FunctionInvocation invocation, DateTimeOffset expires, CancellationToken cancellation)
    {
        var layers = await LayersAsync(invocation, cancellation);
        string? Variable(string name) =>
            name == EnvironmentVariables.SettingsFile
                ? Moved(layers, invocation.Function.Environment.GetValueOrDefault(name) ?? EnvironmentVariables.DefaultSettingsFile)
                : Moved(layers, invocation.Function.Environment.GetValueOrDefault(name));
        var log = new MemoryStream();
        return new FunctionInstance(Handler(invocation, Variable, log), log, expires);
    }

    private IEventHandler Handler(FunctionInvocation invocation, Func<string, string?> variables, Stream log)
    {
        var listening = server();
        var key = listening.Keys.IssueSession(invocation.Account.Caller.Principal, Credentials);
        var clients = new FunctionClients(listening.Url, invocation.Account.Region, key);
        return Path.GetFileNameWithoutExtension(invocation.Function.CodeArchive) switch
        {
            FunctionNames.Notifications => Lambda.Notifications.Composition.Create(
                variables,
                log,
                time,
                new NotificationClients
                {
                    SageMaker = clients.SageMaker,
                    S3 = clients.S3,
                    Sns = clients.Sns,
                    EventBridge = clients.EventBridge,
                }
            ),
            FunctionNames.ApprovalDeploy => Lambda.ApprovalDeploy.Composition.Create(
                variables,
                log,
                time,
                // Half of what a retry may wait at most: a run can be repeated.
                () => 0.5,
                new ApprovalDeployClients
                {
                    SageMaker = clients.SageMaker,
                    SecretsManager = clients.SecretsManager,
                    EventBridge = clients.EventBridge,
                    GitLab = gitLab,
                }
            ),
            var other => throw new CloudException("NoFunctionCode", $"No function of the stack has the package '{other}'."),
        };
    }

    private async Task<string> LayersAsync(FunctionInvocation invocation, CancellationToken cancellation)
    {
        var root = Path.Combine(folder, invocation.RequestId);
        foreach (var (path, content) in invocation.LayerFiles)
        {
            var file = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, content, cancellation);
        }
        return root;
    }

    /// <summary>What names a file of the layers names it where it is here.</summary>
    private static string? Moved(string layers, string? value) =>
        value?.StartsWith(LayerRoot, StringComparison.Ordinal) == true ? Path.Combine(layers, value[LayerRoot.Length..]) : value;
}
