using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Registry;
using MlopsBatch.Rehearsal.Deployments;

namespace MlopsBatch.Rehearsal.GitLab;

/// <summary>
/// What the deploy jobs of .gitlab/model-deploy.yml do: look the approved versions up once, then update the stacks one
/// after the other (staging before production), each to those versions. A stack that fails ends it: the next isn't touched.
/// </summary>
/// <param name="stacks">The stacks in their order.</param>
/// <param name="registry">The look-up that a stack's deployment uses.</param>
/// <param name="up">Updates a stack.</param>
/// <param name="done">Is told of each deployment.</param>
internal sealed class DeployJobs(
    IReadOnlyList<DeployedStack> stacks,
    Func<StackContext, CloudAccount, IApprovedModels> registry,
    Func<DeployedStack, IApprovedModels, Task<IReadOnlyList<ResourceOperation>>> up,
    Action<DeployedStack, IReadOnlyList<ResourceOperation>> done
)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var versions = new List<IReadOnlyDictionary<string, ApprovedModel?>>();
        foreach (var stack in stacks)
        {
            versions.Add(await ResolvedVersions.FindAsync(stack.Context, registry(stack.Context, stack.Account)));
        }
        foreach (var (stack, resolved) in stacks.Zip(versions))
        {
            cancellation.ThrowIfCancellationRequested();
            done(stack, await up(stack, new Resolved(resolved)));
        }
    }

    /// <summary>Versions that were looked up before.</summary>
    private sealed class Resolved(IReadOnlyDictionary<string, ApprovedModel?> versions) : IApprovedModels
    {
        public Task<ApprovedModel?> FindAsync(string group, string? pinned) => Task.FromResult(versions[group.Split('/')[^1]]);
    }
}
