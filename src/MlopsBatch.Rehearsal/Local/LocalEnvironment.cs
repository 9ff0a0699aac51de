using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Inspection;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.LocalCloud.Http;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.LocalCloud.Processes;
using MlopsBatch.LocalCloud.Secrets;
using MlopsBatch.Registry;
using MlopsBatch.Rehearsal.Deployments;
using MlopsBatch.Rehearsal.Functions;
using MlopsBatch.Rehearsal.GitLab;

namespace MlopsBatch.Rehearsal.Local;

/// <summary>
/// Stacks, deployed into a local cloud that listens, with their functions and a GitLab that deploys them again after each
/// decision: all that a person with the AWS CLI needs to play the loop.
/// </summary>
public sealed partial class LocalEnvironment : IAsyncDisposable
{
    /// <summary>The people whose policies the stack makes for each model.</summary>
    public static readonly IReadOnlyList<string> People = ["data-scientist", "data-engineer", "operator"];

    /// <summary>The account's root, which may do everything.</summary>
    public const string Root = "root";

    private const string Push = "push";

    private readonly List<DeployedStack> _stacks = [];
    private readonly ConcurrentDictionary<string, EvaluatedStack> _declared = new(StringComparer.Ordinal);
    private ImmutableList<DeploymentRecord> _deployments = [];

    private readonly Func<DeclaredResource, DeclaredResource?>? _change;
    private readonly LocalDeployJob _job;
    private IAsyncDisposable? _functions;
    private readonly DeployJobs _jobs;

    private LocalEnvironment(
        LocalCloud.Cloud cloud,
        CloudServer server,
        GitLabServer gitLab,
        Func<DeclaredResource, DeclaredResource?>? change
    )
    {
        (Cloud, Server, GitLab, _change) = (cloud, server, gitLab, change);
        _job = new LocalDeployJob(UpAsync, LookUp, new DeploymentEvents(() => Server));
        _jobs = new DeployJobs(
            () => [.. _stacks.Where(stack => stack.Has(AccountRole.Deploy))],
            LookUp,
            _job,
            (pipeline, stack, operations) =>
                Record(stack.Context, stack.Account, pipeline.Id.ToString(CultureInfo.InvariantCulture), operations)
        );
    }

    public LocalCloud.Cloud Cloud { get; }

    public CloudServer Server { get; }

    public GitLabServer GitLab { get; }

    /// <summary>The stacks in the order of their deployment.</summary>
    public IReadOnlyList<DeployedStack> Stacks => _stacks;

    /// <summary>What each stack declared when it was deployed last, by its name.</summary>
    public IReadOnlyDictionary<string, EvaluatedStack> Declared => _declared;

    /// <summary>Every deployment that went through, in order.</summary>
    public IReadOnlyList<DeploymentRecord> Deployments => _deployments;

    /// <summary>Keys of the first stack's account by the person's name; <see cref="Root"/> is among them.</summary>
    public IReadOnlyDictionary<string, AccessKey> Keys { get; private set; } = new Dictionary<string, AccessKey>();

    /// <summary>Stands everything up.</summary>
    /// <param name="plan">The stacks in the order of their deployment: whose lines are pasted comes before who takes them.</param>
    /// <param name="options">The cloud's options; its functions are bound here.</param>
    /// <param name="port">A loopback port; 0 for any free one.</param>
    /// <param name="launcher">Starts the jobs' processes; each has an interpreter of its own by default.</param>
    /// <param name="change">Changes each resource before it is made, for planted faults; null leaves it out.</param>
    /// <param name="packages">Where the functions' packages are that run as processes; in this process by default.</param>
    /// <exception cref="CloudException">The port is taken, or a stack declares something that the local cloud refuses.</exception>
    public static async Task<LocalEnvironment> StartAsync(
        IReadOnlyList<PlannedStack> plan,
        CloudOptions options,
        int port = 0,
        IProcessLauncher? launcher = null,
        Func<DeclaredResource, DeclaredResource?>? change = null,
        DirectoryInfo? packages = null
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        LocalEnvironment? self = null;
        self = await StandUpAsync(
            plan[0].Context([]).Settings,
            options,
            port,
            launcher,
            change,
            packages,
            // What the jobs of a decision do: the stacks that score, and no other.
            (pipeline, cancellation) => self!._jobs.RunAsync(pipeline, self.GitLab.UrlOf(pipeline), cancellation)
        );
        try
        {
            await self.DeployAsync(plan);
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
    public static async Task<LocalEnvironment> StartEmptyAsync(StackContext stack, CloudOptions options, int port = 0)
    {
        ArgumentNullException.ThrowIfNull(stack);
        ArgumentNullException.ThrowIfNull(options);
        var self = await StandUpAsync(stack.Settings, options, port, null, null, null, (_, _) => Task.CompletedTask);
        self.Keys = new Dictionary<string, AccessKey> { [Root] = self.Server.Keys.Issue(self.Cloud.Default.Root.Principal) };
        return self;
    }

    private static async Task<LocalEnvironment> StandUpAsync(
        Settings settings,
        CloudOptions options,
        int port,
        IProcessLauncher? launcher,
        Func<DeclaredResource, DeclaredResource?>? change,
        DirectoryInfo? packages,
        Func<GitLabPipeline, CancellationToken, Task> run
    )
    {
        LocalEnvironment? self = null;
        var folder = Path.Combine(options.Root, "layers");
        IFunctionCode functions = packages is null
            ? new StackFunctions(
                () => self!.Server,
                _ => new HttpClient(new GitLabRoute(() => self!.GitLab.Url, settings.GitLab?.Url)),
                folder,
                options.Time
            )
            : new PackagedFunctions(() => self!.Server, () => self!.GitLab, packages, folder, options.Time);
        var cloud = new LocalCloud.Cloud(options with { FunctionCode = _ => functions }, launcher);
        try
        {
            var server = await CloudServer.StartAsync(cloud, port);
            var gitLab = await GitLabServer.StartAsync(ProjectOf(settings), run, options.Time, packages is not null);
            self = new LocalEnvironment(cloud, server, gitLab, change) { _functions = functions as IAsyncDisposable };
            return self;
        }
        catch
        {
            await cloud.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deploys a stack again as it is.</summary>
    /// <returns>What the deployment did with each resource.</returns>
    public async Task<IReadOnlyList<ResourceOperation>> RedeployAsync(DeployedStack stack)
    {
        ArgumentNullException.ThrowIfNull(stack);
        IReadOnlyList<ResourceOperation> operations;
        if (stack.Has(AccountRole.Deploy))
        {
            var found = await ResolvedVersions.FindAsync(stack.Context, LookUp(stack.Context, stack.Account));
            operations = await _job.RunAsync(stack, HandedOnVersions.Of(found), new());
        }
        else
        {
            operations = await UpAsync(stack, FixedApprovedModels.None);
        }

        Record(stack.Context, stack.Account, Push, operations);
        return operations;
    }

    /// <summary>GitLab's scheduled job has found that an account differs from what was deployed.</summary>
    public Task TellDriftAsync(DeployedStack stack) => _job.TellDriftAsync(stack);

    /// <summary>Stops listening and everything that runs.</summary>
    public async ValueTask DisposeAsync()
    {
        await GitLab.DisposeAsync();
        await Server.DisposeAsync();
        await Cloud.DisposeAsync();
        if (_functions is not null)
        {
            await _functions.DisposeAsync();
        }
    }

    private static GitLabProject ProjectOf(Settings settings) =>
        new()
        {
            Path = settings.GitLab?.Project ?? "group/project",
            Ref = settings.GitLab?.Ref ?? "main",
            BasePath = settings.GitLab is { } gitLab ? new Uri(gitLab.Url).AbsolutePath.TrimEnd('/') : "",
            Token = "glptt-local",
            Inputs = ["mlops_model", "mlops_model_package_arn", "mlops_approval_status", "mlops_event_id"],
        };

    /// <summary>What a push to the main branch does: every stack, one after the other.</summary>
    private async Task DeployAsync(IReadOnlyList<PlannedStack> plan)
    {
        var pasted = new JsonObject();
        foreach (var planned in plan)
        {
            var context = planned.Context(pasted);
            var account = planned.AccountId is { } id ? Cloud.Account(id) : Cloud.Default;
            PutBoundary(context, account);
            var (stack, operations) = await StackDeployment.UpAsync(account, context, LookUp(context, account), _change);
            Record(context, account, Push, operations);
            _declared[context.Stack] = stack;
            pasted = PastedLines.Add(pasted, stack);
            if (context.Settings.GitLab is { } gitLab)
            {
                account.Service<SecretsService>().PutSecretValue(gitLab.TokenSecretName, ProjectOf(context.Settings).Token);
            }

            _stacks.Add(
                new(context, account, operations.Count)
                {
                    People = People.ToDictionary(person => person, person => Principal.Role(RoleOf(person, account, context), "local")),
                }
            );
        }

        var home = _stacks[0];
        Keys = home
            .People.Append(KeyValuePair.Create(Root, home.Account.Root.Principal))
            .ToDictionary(person => person.Key, person => Server.Keys.Issue(person.Value));
    }

    private async Task<IReadOnlyList<ResourceOperation>> UpAsync(DeployedStack stack, IApprovedModels approved)
    {
        var (declared, operations) = await StackDeployment.UpAsync(stack.Account, stack.Context, approved, _change);
        _declared[stack.Context.Stack] = declared;
        return operations;
    }

    private void Record(StackContext context, CloudAccount account, string cause, IReadOnlyList<ResourceOperation> operations) =>
        ImmutableInterlocked.Update(ref _deployments, list => list.Add(new(context.Stack, account.Id, cause, operations)));

    private IApprovedModels LookUp(StackContext stack, CloudAccount account) => RegistryLookUp.Of(stack, account, Cloud, Server);
}
