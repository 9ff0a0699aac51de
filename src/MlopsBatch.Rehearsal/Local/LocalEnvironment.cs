using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.LocalCloud.Http;
using MlopsBatch.LocalCloud.Iam;
using MlopsBatch.LocalCloud.Processes;
using MlopsBatch.LocalCloud.Secrets;
using MlopsBatch.Registry;
using MlopsBatch.Rehearsal.Deployments;
using MlopsBatch.Rehearsal.Functions;
using MlopsBatch.Rehearsal.GitLab;

namespace MlopsBatch.Rehearsal.Local;

/// <summary>
/// A stack, deployed into a local cloud that listens, with its functions and a GitLab that deploys it again after each
/// decision: all that a person with the AWS CLI needs to play the loop.
/// </summary>
public sealed class LocalEnvironment : IAsyncDisposable
{
    /// <summary>The people whose policies the stack makes for each model.</summary>
    public static readonly IReadOnlyList<string> People = ["data-scientist", "data-engineer", "operator"];

    /// <summary>The account's root, which may do everything.</summary>
    public const string Root = "root";

    /// <summary>The token that its GitLab takes.</summary>
    public const string Token = "glptt-local";

    private LocalEnvironment(LocalCloud.Cloud cloud, CloudServer server, GitLabServer gitLab) =>
        (Cloud, Server, GitLab) = (cloud, server, gitLab);

    public LocalCloud.Cloud Cloud { get; }

    public CloudServer Server { get; }

    public GitLabServer GitLab { get; }

    /// <summary>Keys by the person's name; <see cref="Root"/> is among them.</summary>
    public IReadOnlyDictionary<string, AccessKey> Keys { get; private set; } = new Dictionary<string, AccessKey>();

    /// <summary>How many resources were deployed.</summary>
    public int Resources { get; private set; }

    /// <summary>Stands everything up.</summary>
    /// <param name="stack">The stack; one account with the roles that it has.</param>
    /// <param name="options">The cloud's options; its functions are bound here.</param>
    /// <param name="port">A loopback port; 0 for any free one.</param>
    /// <param name="launcher">Starts the jobs' processes; each has an interpreter of its own by default.</param>
    /// <exception cref="CloudException">The port is taken, or the stack declares something that the local cloud refuses.</exception>
    public static async Task<LocalEnvironment> StartAsync(
        StackContext stack,
        CloudOptions options,
        int port = 0,
        IProcessLauncher? launcher = null
    )
    {
        ArgumentNullException.ThrowIfNull(stack);
        ArgumentNullException.ThrowIfNull(options);
        DeployJobs? jobs = null;
        var self = await StandUpAsync(stack, options, port, launcher, (_, cancellation) => jobs!.RunAsync(cancellation));
        try
        {
            jobs = new DeployJobs([(stack, self.Cloud.Default)], context => Registry(context, self.Server));
            await self.DeployAsync(stack);
            return self;
        }
        catch
        {
            await self.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Stands up an empty cloud, for another one to deploy a stack into it: its functions run, its GitLab records pipelines and
    /// deploys nothing, and only <see cref="Root"/> has keys.
    /// </summary>
    /// <param name="stack">The stack that will be deployed: its GitLab project is there.</param>
    /// <param name="options">The cloud's options; its functions are bound here.</param>
    /// <param name="port">A loopback port; 0 for any free one.</param>
    /// <exception cref="CloudException">The port is taken.</exception>
    public static Task<LocalEnvironment> StartEmptyAsync(StackContext stack, CloudOptions options, int port = 0)
    {
        ArgumentNullException.ThrowIfNull(stack);
        ArgumentNullException.ThrowIfNull(options);
        return StandUpAsync(stack, options, port, null, (_, _) => Task.CompletedTask);
    }

    private static async Task<LocalEnvironment> StandUpAsync(
        StackContext stack,
        CloudOptions options,
        int port,
        IProcessLauncher? launcher,
        Func<GitLabPipeline, CancellationToken, Task> run
    )
    {
        LocalEnvironment? self = null;
        var functions = new StackFunctions(
            () => self!.Server,
            _ => new HttpClient(new GitLabRoute(() => self!.GitLab.Url)),
            Path.Combine(options.Root, "layers"),
            options.Time
        );
        var cloud = new LocalCloud.Cloud(options with { FunctionCode = _ => functions }, launcher);
        try
        {
            var server = await CloudServer.StartAsync(cloud, port);
            var project = new GitLabProject
            {
                Path = stack.Settings.GitLab?.Project ?? "group/project",
                Ref = stack.Settings.GitLab?.Ref ?? "main",
                Token = Token,
                Inputs = ["mlops_model", "mlops_model_package_arn", "mlops_approval_status", "mlops_event_id"],
            };
            var gitLab = await GitLabServer.StartAsync(project, run, options.Time);
            self = new LocalEnvironment(cloud, server, gitLab);
            self.Keys = new Dictionary<string, AccessKey> { [Root] = server.Keys.Issue(cloud.Default.Root.Principal) };
            return self;
        }
        catch
        {
            await (self?.DisposeAsync() ?? cloud.DisposeAsync());
            throw;
        }
    }

    /// <summary>Stops listening and everything that runs.</summary>
    public async ValueTask DisposeAsync()
    {
        await GitLab.DisposeAsync();
        await Server.DisposeAsync();
        await Cloud.DisposeAsync();
    }

    private async Task DeployAsync(StackContext stack)
    {
        var account = Cloud.Default;
        var (_, operations) = await StackDeployment.UpAsync(account, stack, Registry(stack, Server));
        Resources = operations.Count;
        if (stack.Settings.GitLab is { } gitLab)
        {
            account.Service<SecretsService>().PutSecretValue(gitLab.TokenSecretName, Token);
        }
        var keys = new Dictionary<string, AccessKey>(Keys);
        foreach (var person in People)
        {
            keys[person] = Server.Keys.Issue(Principal.Role(RoleOf(person, account, stack), "local"));
        }
        Keys = keys;
    }

    /// <summary>A role for a person, as an account's administrator makes one: with the policies that the stack has for such
    /// people.</summary>
    private static string RoleOf(string person, CloudAccount account, StackContext stack)
    {
        var iam = account.Service<IamService>();
        var trust = $$"""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":"{{account.Root.Principal.Arn}}"},"Action":"sts:AssumeRole"}]}
            """;
        var role = iam.PutRole(person, trust);
        var policies = account
            .Service<DeploymentService>()
            .State(stack.Stack)
            .Where(one => one.Declared.Type == "aws:iam/policy:Policy")
            .Where(one => one.Declared.Name.EndsWith("-" + person, StringComparison.Ordinal));
        foreach (var policy in policies)
        {
            iam.AttachRolePolicy(person, policy.Value("arn")!.ToString());
        }
        return role.Arn;
    }

    private static RegistryApprovedModels Registry(StackContext stack, CloudServer server)
    {
        var key = server.Keys.Issue(Principal.Root(server.AccountId));
        var client = new FunctionClients(server.Url, stack.Region, key).SageMaker.Value;
        return new(client, stack.Settings.Gate());
    }
}
