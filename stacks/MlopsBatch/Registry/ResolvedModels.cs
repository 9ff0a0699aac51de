namespace MlopsBatch.Registry;

/// <summary>
/// Versions that were looked up before the deployment, so that several accounts get the same ones. A version that was
/// rejected meanwhile fails the deployment: the rejection's own deployment follows. The settings are those that the account was
/// deployed with, so they aren't to blame for a version that can't be deployed.
/// </summary>
/// <param name="versions">Group's name to the version's ARN; null where no version was approved. Groups that aren't in it are
/// looked up.</param>
/// <param name="registry">Describes the versions; not asked for, with its credentials, where no version is named.</param>
public sealed class ResolvedModels(IReadOnlyDictionary<string, string?> versions, Lazy<IApprovedModels> registry) : IApprovedModels
{
    public async Task<ModelLookUp> FindAsync(ModelQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Pinned is null && versions.TryGetValue(question.Group.Split('/')[^1], out var version))
        {
            return version is null ? ModelLookUp.Of(null) : await registry.Value.FindAsync(question with { Pinned = version });
        }

        var found = await registry.Value.FindAsync(question);
        return found with { PassedOver = [.. found.PassedOver.Select(passed => passed with { IsBySettings = false })] };
    }
}
