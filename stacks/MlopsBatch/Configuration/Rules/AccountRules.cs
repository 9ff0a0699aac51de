using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;

namespace MlopsBatch.Configuration.Rules;

/// <summary>Each account stands in one place, and each role has the section that it needs.</summary>
internal static class AccountRules
{
    public static IEnumerable<SettingsFinding> Check(Settings settings)
    {
        var root = SettingsPath.Root;
        if (settings.Has(AccountRole.Registry) && settings.GitLab is null)
        {
            yield return new(
                FaultCatalogue.RoleLacks,
                $"{root.Key("gitLab")}: missing, but role registry hands approvals to GitLab"
            )
            {
                Otherwise = SettingsFaults.Own(root.Key("gitLab").Key("project"), "group/project"),
            };
        }

        if ((settings.Has(AccountRole.Build) || settings.Has(AccountRole.Deploy)) && settings.Network is null)
        {
            yield return new(
                FaultCatalogue.RoleLacks,
                $"{root.Key("network")}: missing, but roles build and deploy run jobs in a VPC"
            )
            {
                Otherwise = commands =>
                    "put in your own, such as "
                    + "{subnetIds: [subnet-0123456789abcdef0], securityGroupIds: [sg-0123456789abcdef0]}: "
                    + $"{commands.Set(root.Key("network").Key("subnetIds").Index(0), "SUBNET")} && "
                    + $"{commands.Set(root.Key("network").Key("securityGroupIds").Index(0), "GROUP")}",
            };
        }

        var needsRegistry = settings.Roles.Count > 0 && !settings.Has(AccountRole.Registry);
        if (needsRegistry && settings.Registry is null)
        {
            yield return new(
                FaultCatalogue.RoleLacks,
                $"{root.Key("registry")}: missing, but this account isn't the registry; paste what the registry's stack "
                    + "prints as output \"pasteIntoDeployAccounts\""
            );
        }

        if (settings.Has(AccountRole.Registry) && settings.Registry is not null)
        {
            yield return new(
                FaultCatalogue.Contradiction,
                $"{root.Key("registry")}: set, but role registry makes this account the registry"
            )
            {
                Candidates = [[new ConfigEdit.RemoveValue(root.Key("registry"))]],
                Otherwise = commands => $"remove one of them in {commands.File}",
            };
        }

        if (settings.Registry is { } registry && settings.Has(AccountRole.Deploy))
        {
            foreach (var fault in WithoutArtifacts(registry, root.Key("registry")))
            {
                yield return fault;
            }
        }

        foreach (var fault in Twice(settings, root.Key("deployAccounts")))
        {
            yield return fault;
        }

        foreach (var (index, role) in settings.Roles.Index().Where(role => settings.Roles.Take(role.Index).Contains(role.Item)))
        {
            yield return new(
                FaultCatalogue.Duplicate,
                $"{root.Key("roles").Index(index)}: got \"{role.ToString().ToLowerInvariant()}\" a second time"
            )
            {
                Candidates = [[new ConfigEdit.RemoveValue(root.Key("roles").Index(index))]],
            };
        }
    }

    /// <summary>Who only builds has the artifacts itself; before its first deployment nobody knows its key.</summary>
    private static IEnumerable<SettingsFinding> WithoutArtifacts(RegistryOptions registry, SettingsPath path)
    {
        (string Name, string Value, string Example)[] needed =
        [
            ("bucketName", registry.BucketName, "my-company-mlops"),
            ("kmsKeyArn", registry.KmsKeyArn, "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555"),
        ];
        foreach (var (name, _, example) in needed.Where(one => one.Value.Length == 0))
        {
            yield return new(
                FaultCatalogue.RoleLacks,
                $"{path.Key(name)}: missing, but role deploy reads the models' artifacts"
            )
            {
                Otherwise = SettingsFaults.Own(path.Key(name), example),
            };
        }
    }

    private static IEnumerable<SettingsFinding> Twice(Settings settings, SettingsPath path)
    {
        foreach (var (index, account) in settings.DeployAccounts.Index())
        {
            if (settings.DeployAccounts.Take(index).Contains(account))
            {
                yield return new(
                    FaultCatalogue.AccountTwice,
                    $"{path.Index(index)}: got \"{account}\" a second time"
                )
                {
                    Candidates = [[new ConfigEdit.RemoveValue(path.Index(index))]],
                };
            }

            if (settings.Registry?.AccountId == account)
            {
                yield return new(
                    FaultCatalogue.AccountTwice,
                    $"{path.Index(index)}: got \"{account}\", which is registry.accountId, too"
                )
                {
                    Candidates = [[new ConfigEdit.RemoveValue(path.Index(index))]],
                };
            }
        }
    }
}
