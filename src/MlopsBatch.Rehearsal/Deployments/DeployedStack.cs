using MlopsBatch.Configuration;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Access;

namespace MlopsBatch.Rehearsal.Deployments;

/// <summary>A stack where it is.</summary>
/// <param name="Context">What its program was told.</param>
/// <param name="Account">The account, as its root sees it.</param>
/// <param name="Resources">How many resources it has.</param>
public sealed record DeployedStack(StackContext Context, CloudAccount Account, int Resources)
{
    /// <summary>The people of the account, by the name of the policies that they have.</summary>
    public IReadOnlyDictionary<string, Principal> People { get; init; } = new Dictionary<string, Principal>();

    public bool Has(AccountRole role) => Context.Settings.Has(role);
}
