using MlopsBatch.Aws;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;

namespace MlopsBatch.Configuration.Rules;

/// <summary>What ARNs say of accounts, regions and partitions agrees with the stack and within a section.</summary>
internal static class PlaceRules
{
    public static IEnumerable<SettingsFinding> Check(Settings settings, StackFacts facts) =>
        Partition.TryOfRegion(facts.Region, out var partition)
            ?
            [
                .. Arns(settings).SelectMany(arn => Place(arn.Path, arn.Arn, facts.Region, partition.Id)),
                .. Own(settings),
                .. settings.Registry is { AccountId.Length: > 0 } registry ? RegistrySection(settings, registry) : [],
                .. Pinned(settings),
            ]
            : [];

    /// <summary>A given key of another account works if its policy says so, which no file tells.</summary>
    public static IEnumerable<SettingsFinding> Warn(Settings settings)
    {
        var path = SettingsPath.Root.Key("bucket").Key("kmsKeyArn");
        if (OwnAccount(settings) is var (account, known) && Read(settings.Bucket.KmsKeyArn) is { } key && key.Account != account)
        {
            yield return new(
                FaultCatalogue.OtherPlace,
                $"{path}: got a key of account {key.Account}, but {known} is of account {account}: it works only if the key's policy lets "
                    + "that account use it"
            );
        }
    }

    private static IEnumerable<(SettingsPath Path, Arn Arn)> Arns(Settings settings)
    {
        var root = SettingsPath.Root;
        var (bucket, registry, models) = (root.Key("bucket"), root.Key("registry"), root.Key("models"));
        IEnumerable<(SettingsPath Path, string? Text)> all =
        [
            (bucket.Key("kmsKeyArn"), settings.Bucket.KmsKeyArn),
            .. settings.Bucket.FormerKmsKeyArns.Index().Select(key => (bucket.Key("formerKmsKeyArns").Index(key.Index), (string?)key.Item)),
            (bucket.Key("roleArn"), settings.Bucket.RoleArn),
            (root.Key("iam").Key("permissionsBoundary"), settings.Iam.PermissionsBoundary),
            (registry.Key("kmsKeyArn"), settings.Registry?.KmsKeyArn),
            (registry.Key("eventBusArn"), settings.Registry?.EventBusArn),
            (registry.Key("readerRoleArn"), settings.Registry?.ReaderRoleArn),
            .. settings.Models.Index().Select(model => (Pin(models, model.Index), model.Item.ApprovedModelPackageArn)),
        ];
        return from one in all let arn = Read(one.Text) where arn is not null select (one.Path, arn);
    }

    private static IEnumerable<SettingsFinding> Place(SettingsPath path, Arn arn, string region, string partition)
    {
        if (arn.Partition != partition)
        {
            yield return new(
                FaultCatalogue.OtherPlace,
                $"{path}: got \"{arn}\", which is of partition {arn.Partition}, but region {region} is of {partition}"
            )
            {
                Candidates = arn.Region.Length > 0 ? SettingsFaults.Sets(SettingsPath.Region, [arn.Region]) : [],
                Otherwise = commands => $"put in your own of {partition}: {commands.Set(path, "VALUE")}",
            };
        }
        else if (arn.Region.Length > 0 && arn.Region != region)
        {
            yield return new(
                FaultCatalogue.OtherPlace,
                $"{path}: got \"{arn}\", which is of region {arn.Region}, but aws:region is {region}"
            )
            {
                Otherwise = commands =>
                    $"put in your own of {region}: {commands.Set(path, "VALUE")}; or deploy there: "
                    + commands.Set(SettingsPath.Region, arn.Region),
            };
        }
    }

    /// <summary>Role and boundary are of the stack's own account, which is no other's.</summary>
    private static IEnumerable<SettingsFinding> Own(Settings settings)
    {
        if (OwnAccount(settings) is not var (account, known))
        {
            yield break;
        }

        var boundary = SettingsPath.Root.Key("iam").Key("permissionsBoundary");
        if (Read(settings.Iam.PermissionsBoundary) is { Account: not "aws" } policy && policy.Account != account)
        {
            yield return Other(boundary, policy, $"{known} is of account {account}", account);
        }

        var accounts = SettingsPath.Root.Key("deployAccounts");
        foreach (var (index, deploy) in settings.DeployAccounts.Index().Where(one => one.Item == account))
        {
            yield return new(
                FaultCatalogue.AccountTwice,
                $"{accounts.Index(index)}: got \"{deploy}\", which is this account: {known} is of it"
            )
            {
                Candidates = [[new ConfigEdit.RemoveValue(accounts.Index(index))]],
            };
        }

        if (settings.Registry is { } registry && registry.AccountId == account)
        {
            yield return new(
                FaultCatalogue.OtherPlace,
                $"{known}: is of account {account}, which is registry.accountId, but this account isn't the registry"
            )
            {
                Otherwise = commands => $"put in one of this stack's own account: {commands.Set(new(known), "VALUE")}",
            };
        }
    }

    private static IEnumerable<SettingsFinding> RegistrySection(Settings settings, RegistryOptions registry)
    {
        var path = SettingsPath.Root.Key("registry");
        var (reader, key, bus) = (Read(registry.ReaderRoleArn), Read(registry.KmsKeyArn), Read(registry.EventBusArn));
        // Where all ARNs of the section are of one account, a mistyped digit is in its number.
        var accounts = new[] { reader, key, bus }.OfType<Arn>().Select(arn => arn.Account).ToList();
        var mend = accounts.Count > 1 && accounts.Distinct().Count() == 1 ? SettingsFaults.Sets(path.Key("accountId"), accounts[..1]) : [];
        if (reader is not null && reader.Account != registry.AccountId)
        {
            yield return Other(path.Key("readerRoleArn"), reader, $"registry.accountId is {registry.AccountId}", registry.AccountId) with
            {
                Candidates = mend,
            };
        }

        if (key is not null && bus is not null && key.Account != bus.Account)
        {
            yield return Other(path.Key("eventBusArn"), bus, $"registry.kmsKeyArn is of account {key.Account}", key.Account);
        }

        foreach (var (index, model) in settings.Models.Index())
        {
            if (Read(model.ApprovedModelPackageArn) is { } pinned && pinned.Account != registry.AccountId)
            {
                var at = Pin(SettingsPath.Root.Key("models"), index);
                yield return Other(at, pinned, $"registry.accountId is {registry.AccountId}", registry.AccountId) with
                {
                    Candidates = mend,
                };
            }
        }
    }

    private static IEnumerable<SettingsFinding> Pinned(Settings settings)
    {
        foreach (var (index, model) in settings.Models.Index())
        {
            if (Read(model.ApprovedModelPackageArn) is not { } arn || arn.ResourceParts is not [.., var group, var version])
            {
                continue;
            }

            var (path, own) = (Pin(SettingsPath.Root.Key("models"), index), Platform.Models.GroupOf(model));
            if (group != own)
            {
                var corrected = arn with { Resource = $"{arn.ResourceType}/{own}/{version}" };
                yield return new(
                    FaultCatalogue.OtherGroup,
                    $"{path}: got a version of group \"{group}\", but the model's group is \"{own}\""
                )
                {
                    Candidates = NearestName.Find(group, [own]) is null ? [] : SettingsFaults.Sets(path, [corrected.ToString()]),
                    Otherwise = commands => $"pin a version of its own: {commands.Set(path, "VALUE")}; or none: {commands.Remove(path)}",
                };
            }
        }
    }

    private static SettingsFinding Other(SettingsPath path, Arn arn, string but, string account) =>
        new(FaultCatalogue.OtherPlace, $"{path}: got \"{arn}\", which is of account {arn.Account}, but {but}")
        {
            Otherwise = commands => $"put in your own of account {account}: {commands.Set(path, "VALUE")}",
        };

    /// <summary>The stack's own account, as far as the settings tell, and which of them does.</summary>
    private static (string Account, string Known)? OwnAccount(Settings settings) =>
        Read(settings.Bucket.RoleArn) is { } role ? (role.Account, "settings.bucket.roleArn")
        : Read(settings.Iam.PermissionsBoundary) is { Account: not "aws" } policy ? (policy.Account, "settings.iam.permissionsBoundary")
        : null;

    private static SettingsPath Pin(SettingsPath models, int index) => models.Index(index).Key("approvedModelPackageArn");

    private static Arn? Read(string? text) => Arn.TryParse(text, out var arn) ? arn : null;
}
