using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.Registry;
using MlopsBatch.Rehearsal.Deployments;

namespace MlopsBatch.Rehearsal.GitLab;

/// <summary>
/// A job that deploys one stack with versions that were looked up before, and tells its account how that ended, in the words of
/// <c>mlops deployment report</c>.
/// </summary>
/// <param name="up">Updates a stack.</param>
/// <param name="registry">The look-up that a stack's deployment uses.</param>
/// <param name="events">Takes the events.</param>
internal sealed class LocalDeployJob(
    Func<DeployedStack, IApprovedModels, Task<IReadOnlyList<ResourceOperation>>> up,
    Func<StackContext, CloudAccount, IApprovedModels> registry,
    DeploymentEvents events
)
{
    private static readonly Dictionary<string, string?> Unknown = [];

    /// <summary>Deploys.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="handedOn">The versions that were looked up.</param>
    /// <param name="job">What GitLab tells the job.</param>
    /// <returns>What it did with each resource.</returns>
    public async Task<IReadOnlyList<ResourceOperation>> RunAsync(
        DeployedStack stack,
        HandedOnVersions handedOn,
        DeployJob job
    )
    {
        var end = EndOf(stack, job, VersionsOf(stack));
        IReadOnlyList<ResourceOperation> operations;
        try
        {
            operations = await up(stack, new ResolvedModels(handedOn.Versions, new(() => registry(stack.Context, stack.Account))));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await events.PutAsync(stack, end.Failed(handedOn.Versions, null));
            throw;
        }

        foreach (var entry in end.Succeeded(VersionsOf(stack), handedOn.PassedOver))
        {
            await events.PutAsync(stack, entry);
        }

        return operations;
    }

    /// <summary>Tells that nothing was deployed, because the versions couldn't be looked up.</summary>
    public Task FailedAsync(DeployedStack stack, DeployJob job) =>
        events.PutAsync(stack, EndOf(stack, job, null).Failed(Unknown, null));

    /// <summary>Tells that an account differs from what was deployed, as <c>mlops deployment drift</c> does.</summary>
    public Task TellDriftAsync(DeployedStack stack)
    {
        var detail = new StackDriftDetail
        {
            IsFound = true,
            Stack = stack.Context.Stack,
            Commit = stack.Context.Commit,
        };
        return events.PutAsync(stack, new(DetailTypes.StackDrift, detail));
    }

    /// <summary>The local jobs' environments are called as their stacks.</summary>
    private static DeploymentEnd EndOf(DeployedStack stack, DeployJob job, IReadOnlyDictionary<string, string>? before) =>
        new(job with { Environment = stack.Context.Stack, Commit = stack.Context.Commit }, stack.Context.Stack, before);

    /// <summary>The stack's output of that name, read off the pipelines that are there.</summary>
    private static Dictionary<string, string> VersionsOf(DeployedStack stack) =>
        StackModel
            .Of(stack.Context)
            .Select(model => (model.Name, Version: DeployedVersion.Of(stack.Account, model.Pipelines.BatchInference)))
            .Where(model => model.Version is not null)
            .ToDictionary(model => model.Name, model => model.Version!.Arn, StringComparer.Ordinal);
}
