using MlopsBatch.LocalCloud;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Registry;
using MlopsBatch.Rehearsal.Deployments;

namespace MlopsBatch.Rehearsal.GitLab;

/// <summary>
/// What the deploy jobs of .gitlab/model-deploy.yml do: look the approved versions up once, then update the stacks one
/// after the other (staging before production), each to those versions. A stack that fails ends it: the next isn't touched.
/// </summary>
/// <param name="stacks">The stacks in their order, each with the account that it goes to.</param>
/// <param name="registry">The look-up that a stack's deployment uses.</param>
public sealed class DeployJobs(
    IReadOnlyList<(StackContext Stack, CloudAccount Account)> stacks,
    Func<StackContext, IApprovedModels> registry
)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var versions = new List<IReadOnlyDictionary<string, ApprovedModel?>>();
        foreach (var (stack, _) in stacks)
        {
            versions.Add(await ResolvedVersions.FindAsync(stack, registry(stack)));
        }
        foreach (var ((stack, account), resolved) in stacks.Zip(versions))
        {
            cancellation.ThrowIfCancellationRequested();
            await StackDeployment.UpAsync(account, stack, new Resolved(resolved));
        }
    }

    /// <summary>Versions that were looked up before.</summary>
    private sealed class Resolved(IReadOnlyDictionary<string, ApprovedModel?> versions) : IApprovedModels
    {
        public Task<ApprovedModel?> FindAsync(string group, string? pinned) => Task.FromResult(versions[group.Split('/')[^1]]);
    }
}
