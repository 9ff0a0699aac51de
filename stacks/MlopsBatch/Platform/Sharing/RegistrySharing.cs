using MlopsBatch.Platform.Iam;
using Pulumi;

namespace MlopsBatch.Platform.Sharing;

/// <summary>What the deploy accounts find here: a role that looks up approved versions, and a bus for their quality violations.</summary>
internal sealed class RegistrySharing : ComponentResource
{
    public RegistrySharing(Account account, ComponentResourceOptions? options = null)
        : base("mlops-batch:platform:RegistrySharing", "registry-sharing", options)
    {
        var trust = CrossAccount.Limit(account, new("TakeFromDeployAccounts", ["sts:AssumeRole"], Array.Empty<string>()));
        var portions = Models
            .Portions(account.Settings.Models)
            .Select(models => Models.GrantReadVersions(account, models))
            .ToList();
        var role = new ServiceRole(
            account,
            "registry-reader",
            trust,
            "Looks up approved model versions for the deploy accounts",
            [.. portions.Take(1), Separation.DenyDecisions(account)],
            this
        );
        role.Attach(account, portions.Skip(1), this);
        ReaderRoleArn = role.Arn;
        RegisterOutputs();
    }

    public Output<string> ReaderRoleArn { get; }
}
