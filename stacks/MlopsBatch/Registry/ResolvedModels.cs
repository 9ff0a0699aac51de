using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Registry;

/// <summary>
/// Versions that were looked up before the deployment, so that several accounts get the same ones. A version that was
/// rejected meanwhile fails the deployment: the rejection's own deployment follows.
/// </summary>
/// <param name="versions">Group's name to the version's ARN; null where no version was approved. Groups that aren't in it are
/// looked up.</param>
/// <param name="registry">Describes the versions; not asked for, with its credentials, where no version is named.</param>
public sealed class ResolvedModels(IReadOnlyDictionary<string, string?> versions, Lazy<IApprovedModels> registry) : IApprovedModels
{
    public Task<ApprovedModel?> FindAsync(string group, string? pinned)
    {
        if (pinned is not null || !versions.TryGetValue(group.Split('/')[^1], out var version))
        {
            return registry.Value.FindAsync(group, pinned);
        }

        return version is null ? Task.FromResult<ApprovedModel?>(null) : registry.Value.FindAsync(group, version);
    }
}
