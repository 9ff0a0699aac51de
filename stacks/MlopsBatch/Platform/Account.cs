using MlopsBatch.Aws;
using MlopsBatch.Configuration;
using Pulumi;
using Pulumi.Aws;

namespace MlopsBatch.Platform;

/// <summary>The account that is built up: where it is, what it is called, how its resources are named and tagged.</summary>
internal sealed class Account
{
    public Account(StackContext context)
    {
        Context = context;
        Id = GetCallerIdentity.Invoke().Apply(identity => identity.AccountId);
        Names = new(context.Stack);
    }

    public StackContext Context { get; }

    public Settings Settings => Context.Settings;

    public Names Names { get; }

    /// <summary>The account's number; known only once the credentials have been asked.</summary>
    public Output<string> Id { get; }

    public string Region => Context.Region;

    /// <summary>The part of AWS that the region is in.</summary>
    public Partition Partition => Partition.OfRegion(Region);

    /// <summary>ARN of a resource of this account and region.</summary>
    public Output<string> Arn(string service, string resource) => Id.Apply(id => ArnOf(id, service, resource));

    /// <summary>ARN of a role of this project, by its name.</summary>
    public Output<string> RoleArn(string name) => Id.Apply(id => RoleArnOf(id, name));

    /// <summary>ARN of a role of this project in an account, by its name or a pattern for it.</summary>
    public string RoleArnOf(string accountId, string name) => Partition.Iam(accountId, $"role{Settings.Iam.Path}{name}").ToString();

    /// <summary>ARN of the account's root, which stands for "whoever this account lets".</summary>
    public Output<string> Root => Id.Apply(id => RootOf(id));

    public string RootOf(string accountId) => Partition.Iam(accountId, "root").ToString();

    /// <summary>ARN of a resource of this region and another account.</summary>
    public string ArnOf(string accountId, string service, string resource) =>
        Partition.Arn(service, Region, accountId, resource).ToString();

    public bool Has(AccountRole role) => Settings.Has(role);

    /// <summary>Tags of a resource; those of the settings win, so that a company's own scheme stays whole.</summary>
    public InputMap<string> Tags(string? model = null)
    {
        var map = new InputMap<string>();
        foreach (var (key, value) in TagValues(Context, model))
        {
            map.Add(key, value);
        }

        return map;
    }

    /// <summary>The same as plain values, for jobs.</summary>
    public static IReadOnlyDictionary<string, string> TagValues(StackContext context, string? model)
    {
        var settings = context.Settings;
        var tags = new Dictionary<string, string>
        {
            ["project"] = Names.Project,
            ["environment"] = context.Stack,
            ["managedBy"] = "pulumi",
        };
        if (model is not null)
        {
            tags["model"] = model;
        }

        if (settings.UserId is { } user)
        {
            tags["userId"] = user;
        }

        tags.TryAdd("owner", settings.UserId ?? Names.Project);
        tags.TryAdd("costCenter", Names.Project);
        foreach (var (key, value) in settings.Tags)
        {
            tags[key] = value;
        }

        return new SortedDictionary<string, string>(tags, StringComparer.Ordinal);
    }
}
