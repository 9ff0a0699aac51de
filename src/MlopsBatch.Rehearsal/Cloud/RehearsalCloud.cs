using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Inspection;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Processes;
using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.LocalCloud.Time;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Rehearsal.Accounts;
using MlopsBatch.Rehearsal.Data;
using MlopsBatch.Rehearsal.Deployments;
using MlopsBatch.Rehearsal.GitLab;
using MlopsBatch.Rehearsal.Local;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>The deployed stacks, what the outside does with them, and what happened in them so far.</summary>
internal sealed class RehearsalCloud : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly LocalEnvironment _local;
    private readonly VirtualClock _clock;
    private readonly ModelProject _project;
    private readonly SlowSteps _slow;
    private readonly List<ExecutionReport> _executions = [];
    private readonly List<CloudEvent> _events = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<IDisposable> _subscriptions = [];

    private RehearsalCloud(
        LocalEnvironment local,
        IReadOnlyList<RehearsedAccount> accounts,
        ModelProject project,
        VirtualClock clock,
        SlowSteps slow,
        IRehearsalProgress progress,
        DateTimeOffset start
    )
    {
        (_local, _project, _clock, _slow) = (local, project, clock, slow);
        Accounts = [.. accounts.Zip(local.Stacks).Select(pair => new AccountView(pair.First, pair.Second, project, accounts.Count == 1))];
        Registry = new(Home(AccountRole.Registry).Account.SageMaker.Registry, project.ModelPackageGroup);
        foreach (var account in Accounts)
        {
            var observer = new ExecutionObserver(account, new ExecutionReader(account, project, Registry, clock, start), progress);
            _subscriptions.Add(account.Account.Events.Subscribe(happened => Observe(happened, observer)));
        }
    }

    /// <summary>In the order of their deployment.</summary>
    public IReadOnlyList<AccountView> Accounts { get; }

    /// <summary>Those that score batches: staging before production.</summary>
    public IEnumerable<AccountView> Scoring => Accounts.Where(account => account.Has(AccountRole.Deploy));

    /// <summary>Where a batch counts.</summary>
    public AccountView Production => Scoring.Last();

    public RegistryReader Registry { get; }

    /// <summary>The name of the model.</summary>
    public string Model => _project.Name;

    /// <summary>The model package group that its versions are in.</summary>
    public string Group => _project.ModelPackageGroup;

    /// <summary>The local cloud itself.</summary>
    public LocalCloud.Cloud Local => _local.Cloud;

    public GitLabServer GitLab => _local.GitLab;

    /// <summary>Executions that have ended, in that order.</summary>
    public IReadOnlyList<ExecutionReport> Executions => Locked(_executions);

    /// <summary>What happened on the accounts' default buses.</summary>
    public IReadOnlyList<CloudEvent> Events => Locked(_events);

    public IReadOnlyList<DeliveredMail> Mails => Local.Outbox.Mails;

    public IReadOnlyList<DeploymentRecord> Deployments => _local.Deployments;

    /// <summary>What each account's stack declared when it was deployed last, with its settings.</summary>
    public IEnumerable<(EvaluatedStack Stack, Settings Settings)> Declared =>
        _local.Stacks.Select(stack => (_local.Declared[stack.Context.Stack], stack.Context.Settings));

    /// <summary>The cloud's time.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Rules that are on and that nothing has matched so far, as account and ARN: nobody knows whether they would.</summary>
    public IReadOnlyList<string> DeadRules =>
    [
        .. Accounts.SelectMany(account =>
        {
            var events = account.Account.Service<EventBridgeService>();
            return events
                .ListEventBuses()
                .SelectMany(bus => events.ListRules(bus))
                .Where(rule => rule.Enabled && !events.Matches.ContainsKey(rule.Arn))
                .Select(rule => rule.Arn);
        }),
    ];

    /// <summary>The one account that has a role, for roles that only one has.</summary>
    public AccountView Home(AccountRole role) => Accounts.First(account => account.Has(role));

    /// <summary>Deploys the stacks.</summary>
    /// <exception cref="RehearsalException">A stack can't have what was asked for.</exception>
    public static async Task<RehearsalCloud> StartAsync(
        RehearsalOptions options,
        RehearsalData data,
        CloudOptions cloudOptions,
        VirtualClock clock,
        IProcessLauncher launcher,
        IRehearsalProgress progress,
        DateTimeOffset start
    )
    {
        var project = RehearsalProject.Create(options, data, cloudOptions, ScriptFolder.Read(options.Scripts, options.Engine));
        var accounts = RehearsedAccount.Of(options.Accounts);
        var plan = accounts.Select(account => new PlannedStack(
            account.Id,
            pasted => RehearsalStack.Create(options, project, data.Files, account, accounts, pasted)
        ));
        var slow = new SlowSteps();
        var local = await LocalEnvironment.StartAsync(
            [.. plan],
            cloudOptions with { IsSlow = slow.Includes },
            launcher: launcher,
            change: options.Change,
            packages: options.Packages
        );
        foreach (var (account, stack) in accounts.Zip(local.Stacks))
        {
            var roles = string.Join(", ", account.Roles.Select(role => role.ToString().ToLowerInvariant()));
            progress.Say($"{stack.Resources} resources deployed into account {account.Id} ({account.Stack}: {roles})");
        }

        return new(local, accounts, project, clock, slow, progress, start);
    }

    /// <summary>What a data scientist does. Only what changes is sent: that is what events tell.</summary>
    /// <param name="version">The version.</param>
    /// <param name="status">Its approval status from now on.</param>
    /// <param name="description">Its approval description from now on.</param>
    /// <param name="review">A review's reference for its metadata; null leaves them as they are.</param>
    public void Decide(int version, string status, string description, string? review = null)
    {
        var now = Package(version);
        var request = new JsonObject { ["ModelPackageArn"] = now.Arn };
        if (now.Description["ApprovalDescription"]?.ToString() != description)
        {
            request["ApprovalDescription"] = description;
        }

        if (review is not null)
        {
            request["CustomerMetadataProperties"] = new JsonObject { [MetadataKeys.ReviewReference] = review };
        }

        if (now.ApprovalStatus != status || request.Count == 1)
        {
            request["ModelApprovalStatus"] = status;
        }

        Home(AccountRole.Registry).As("data-scientist").SageMaker.Registry.UpdateModelPackage(request);
    }

    /// <summary>
    /// What nobody should do: registers a version by hand, with the pipelines' role, from another one and without its data quality
    /// baseline.
    /// </summary>
    /// <returns>Its number.</returns>
    public int RegisterByHand(int like)
    {
        var build = Home(AccountRole.Build);
        var role = build.Account.SageMaker.DescribePipeline(build.Pipelines.Training).RoleArn!;
        var request = new JsonObject
        {
            ["ModelPackageGroupName"] = _project.ModelPackageGroup,
            ["ModelApprovalStatus"] = ModelPackage.Pending,
            ["InferenceSpecification"] = Package(like).Description["InferenceSpecification"]!.DeepClone(),
        };
        var registry = Home(AccountRole.Registry).Account.As(Principal.Role(role, "notebook"));
        return registry.SageMaker.Registry.CreateModelPackage(request).Version;
    }

    private ModelPackage Package(int version) =>
        Home(AccountRole.Registry)
            .Account.SageMaker.Registry.ListModelPackages(_project.ModelPackageGroup)
            .Single(package => package.Version == version);

    /// <inheritdoc cref="LocalEnvironment.RedeployAsync"/>
    public Task<IReadOnlyList<ResourceOperation>> RedeployAsync(AccountView account) => _local.RedeployAsync(account.Stack);

    /// <inheritdoc cref="LocalEnvironment.TellDriftAsync"/>
    public Task TellDriftAsync(AccountView account) => _local.TellDriftAsync(account.Stack);

    /// <summary>Holds an account's stack, as another deployment of it does, until the result is disposed.</summary>
    public static IDisposable Lock(AccountView account) => account.Account.Service<DeploymentService>().Lock(account.Name);

    /// <summary>Waits until nothing goes on any more, neither in the cloud nor in GitLab.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        Task work;
        do
        {
            await Local.WhenIdleAsync(cancellation);
            work = GitLab.WhenIdleAsync();
            await work.WaitAsync(cancellation);
            // What the jobs have put on the buses is delivered.
            await Local.WhenIdleAsync(cancellation);
        } while (GitLab.WhenIdleAsync() != work);
    }

    /// <summary>Puts the clock forward; everything that falls due on the way happens at its own time.</summary>
    public async Task WaitAsync(TimeSpan time, CancellationToken cancellation)
    {
        await _clock.AdvanceAsync(time, () => SettleAsync(cancellation));
        await SettleAsync(cancellation);
    }

    /// <summary>
    /// Has a step of any execution take longer than all that doesn't wait for it, until the result is disposed: whatever should wait
    /// and doesn't goes on without it.
    /// </summary>
    public IDisposable SlowDown(string step) => _slow.Begin(step);

    /// <summary>Has every event of every account delivered a second time, as EventBridge may do, until the result is disposed.</summary>
    public IDisposable DeliverTwice() => new DoubleDelivery([.. Accounts.Select(account => account.Account.Events)]);

    public async ValueTask DisposeAsync()
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        await _local.DisposeAsync();
    }

    private List<T> Locked<T>(List<T> list)
    {
        lock (_lock)
        {
            return [.. list];
        }
    }

    private void Observe(CloudEvent happened, ExecutionObserver observer)
    {
        lock (_lock)
        {
            // An event that is delivered twice happened once.
            if (!_seen.Add(happened.Id))
            {
                return;
            }

            _events.Add(happened);
            if (observer.See(happened) is { } ended)
            {
                _executions.Add(ended);
            }
        }
    }
}
