using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.Iam;

namespace MlopsBatch.Platform.Sharing;

/// <summary>What the deploy accounts find here: a role that looks up approved versions, and a bus for their quality violations.</summary>
internal sealed class RegistrySharing : ComponentResource
{
    public RegistrySharing(Account account, ComponentResourceOptions? options = null)
        : base("mlops-batch:platform:RegistrySharing", "registry-sharing", options)
    {
        var trust = CrossAccount.Limit(account, new("TakeFromDeployAccounts", ["sts:AssumeRole"], Array.Empty<string>()));
        var role = new Role(
            "registry-reader",
            new RoleArgs
            {
                Name = account.Names.Of("registry-reader"),
                Description = "Looks up approved model versions for the deploy accounts",
                AssumeRolePolicy = PolicyText.OfTrust(trust),
                MaxSessionDuration = 3600,
                Path = account.Settings.Iam.Path,
                PermissionsBoundary = account.Settings.Iam.PermissionsBoundary!,
                Tags = account.Tags(),
            },
            new() { Parent = this }
        );
        _ = new RolePolicy(
            "registry-reader",
            new RolePolicyArgs
            {
                Role = role.Name,
                Name = "granted",
                Policy = PolicyText.Of(
                    Grantee.Of([Models.GrantReadVersions(account, account.Settings.Models), Separation.DenyDecisions(account)]).Statements
                ),
            },
            new() { Parent = this }
        );
        ReaderRoleArn = role.Arn;
        RegisterOutputs();
    }

    public Output<string> ReaderRoleArn { get; }
}
