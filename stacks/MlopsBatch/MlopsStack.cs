using System.Collections.Immutable;
using MlopsBatch.Configuration;
using MlopsBatch.ModelProjects;
using MlopsBatch.Outputs;
using MlopsBatch.Platform;
using MlopsBatch.Platform.Events;
using MlopsBatch.Platform.Functions;
using MlopsBatch.Platform.Messaging;
using MlopsBatch.Platform.Observability;
using MlopsBatch.Platform.People;
using MlopsBatch.Platform.Sharing;
using MlopsBatch.Platform.Storage;
using MlopsBatch.Registry;
using Pulumi;

namespace MlopsBatch;

/// <summary>What an account gets: the platform once, and each model's own.</summary>
public sealed class MlopsStack : Stack
{
    /// <param name="context">Everything that the program is told.</param>
    /// <param name="approved">The approved versions.</param>
    public MlopsStack(StackContext context, ApprovedVersions approved)
        : base(new StackOptions { ResourceTransformations = context.Observer is { } observer ? [observer] : [] })
    {
        var account = new Account(context);
        foreach (var passedOver in approved.PassedOver)
        {
            Log.Warn(passedOver.ToString());
        }

        if (account.Has(AccountRole.Build) || account.Has(AccountRole.Deploy))
        {
            context.Files.RequireScripts(context.Settings.Models, context.Stack);
        }

        var bucket = new DataBucket(account);
        var key = new PlatformKey(account, this);
        var isShared = context.Settings.DeployAccounts.Count > 0;
        var violations = isShared && account.Has(AccountRole.Build) ? new ViolationBus(account) : null;
        var deadLetters = new DeadLetters(account, key, violations);
        var topics = new NotificationTopics(account, key, deadLetters);
        var layer = new SettingsLayer(account, FunctionSettings.Of(account, bucket), this);
        var shared = new SharedResources(key, deadLetters, topics, layer, bucket);

        var receivers = new EventReceivers(
            NotificationsLambda.Create(account, shared, violations, new() { Parent = this }),
            account.Has(AccountRole.Registry) ? ApprovalDeployLambda.Create(account, shared, new() { Parent = this }) : null,
            new AuditLog(account, key, this)
        );
        _ = new EventRoutes(account, shared, receivers);
        _ = new DeadLetterMails(account, deadLetters, receivers.Notifications);
        _ = new Alarms(account, shared, receivers);
        var overview = new Overview(account, shared, this);
        var people = new PeoplePolicies(account, shared, receivers);

        var sharing = isShared && account.Has(AccountRole.Registry) ? new RegistrySharing(account) : null;
        var models = context
            .Settings.Models.Select(model =>
                new ModelProjectResources(account, shared, model, approved, receivers.Notifications, violations)
            )
            .ToList();

        var summary = new StackSummary(account, shared, models, people, overview, sharing, violations);
        ConsoleLinks = summary.ConsoleLinks;
        Arns = summary.Arns;
        SubscriptionsAwaitingConfirmation = Output.Create(topics.PendingConfirmations.ToImmutableArray());
        PasteIntoDeployAccounts = summary.PasteIntoDeployAccounts;
        Requirements = summary.Requirements;
        Awaited = summary.Awaited;
        ModelVersions = summary.ModelVersions;
        Commit = Output.Create(context.Commit);
        Packages = Output.Create(DeployedFunctions.Hashes(context.Settings, context.Files));
    }

    /// <summary>Pages of AWS's console.</summary>
    [Output("consoleLinks")]
    public Output<ImmutableDictionary<string, string>> ConsoleLinks { get; private set; }

    /// <summary>ARNs that people and other stacks need.</summary>
    [Output("arns")]
    public Output<ImmutableDictionary<string, string>> Arns { get; private set; }

    /// <summary>Addresses whose owners have to click the link in AWS's mail before they get others.</summary>
    [Output("subscriptionsAwaitingConfirmation")]
    public Output<ImmutableArray<string>> SubscriptionsAwaitingConfirmation { get; private set; }

    /// <summary>The lines of settings that a deploy account needs.</summary>
    [Output("pasteIntoDeployAccounts")]
    public Output<string> PasteIntoDeployAccounts { get; private set; }

    /// <summary>What given resources need and the stack doesn't do itself.</summary>
    [Output("requirements")]
    public Output<ImmutableArray<ImmutableDictionary<string, string>>> Requirements { get; private set; }

    /// <summary>What a person has to do before everything runs.</summary>
    [Output("awaited")]
    public Output<ImmutableArray<string>> Awaited { get; private set; }

    /// <summary>ARN of the version that each model's batch inference uses; models without one are left out.</summary>
    [Output("modelVersions")]
    public Output<ImmutableDictionary<string, string>> ModelVersions { get; private set; }

    /// <summary>The commit that was deployed; CI rolls out an approved version at this commit, not at what was merged since.</summary>
    [Output("commit")]
    public Output<string> Commit { get; private set; }

    /// <summary>SHA-256 of each function's package, in hexadecimal digits: CI takes them from where it keeps them by these.</summary>
    [Output("packages")]
    public Output<ImmutableDictionary<string, string>> Packages { get; private set; }
}
