using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Registry;
using MlopsBatch.Rehearsal.Deployments;

namespace MlopsBatch.Rehearsal.GitLab;

/// <summary>
/// A job that deploys one stack with versions that were looked up before, and tells its account how that ended: an event for
/// each model; for a failure one, of the model that was decided about.
/// </summary>
/// <param name="up">Updates a stack.</param>
/// <param name="events">Takes the events.</param>
internal sealed class LocalDeployJob(
    Func<DeployedStack, IApprovedModels, Task<IReadOnlyList<ResourceOperation>>> up,
    DeploymentEvents events
)
{
    /// <summary>Deploys.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="versions">The version of each group; null where none is approved.</param>
    /// <param name="decision">What started it; null for a push.</param>
    /// <returns>What it did with each resource.</returns>
    public async Task<IReadOnlyList<ResourceOperation>> RunAsync(
        DeployedStack stack,
        IReadOnlyDictionary<string, ApprovedModel?> versions,
        PipelineTrigger? decision
    )
    {
        var all = StackModel
            .Of(stack.Context)
            .Select(model => new Deployed(
                model.Name,
                DeployedVersion.Of(stack.Account, model.Pipelines.BatchInference),
                versions[model.Group.Split('/')[^1]] is { } version ? DeployedVersion.Of(version.ModelPackageArn) : null
            ))
            .ToList();
        IReadOnlyList<ResourceOperation> operations;
        try
        {
            operations = await up(stack, new Resolved(versions));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await FailedAsync(stack, all.Find(model => model.Name == decision?.Model), decision, fault.Message);
            throw;
        }

        // An account without a version that had none has nothing to tell.
        foreach (var model in all.Where(model => (model.Before, model.Now) is not (null, null)))
        {
            var asked = decision?.Model == model.Name ? decision.EventId : null;
            var detail = Detail(stack, model, decision) with { CauseEventId = asked };
            await events.PutAsync(stack, detail.DetailType, detail);
        }

        return operations;
    }

    /// <summary>Tells that nothing was deployed, because the versions couldn't be looked up.</summary>
    public Task FailedAsync(DeployedStack stack, PipelineTrigger decision, string reason) =>
        FailedAsync(
            stack,
            stack.Context.Settings.Models.Any(model => model.Name == decision.Model) ? new(decision.Model!, null, null) : null,
            decision,
            reason
        );

    private Task FailedAsync(DeployedStack stack, Deployed? model, PipelineTrigger? decision, string reason) =>
        events.PutAsync(
            stack,
            DetailTypes.ModelDeploymentFailed,
            Detail(stack, model, decision) with
            {
                CauseEventId = decision?.EventId,
                Reason = reason,
            }
        );

    private static ModelDeploymentDetail Detail(DeployedStack stack, Deployed? model, PipelineTrigger? decision) =>
        new()
        {
            Model = model?.Name,
            ModelPackageArn = model?.Now?.Arn,
            ModelPackageVersion = model?.Now?.Number,
            PreviousVersion = model?.Before?.Number,
            // The local jobs' environments are called as their stacks.
            Environment = stack.Context.Stack,
            Stack = stack.Context.Stack,
            Commit = stack.Context.Commit,
            GitLabPipelineUrl = decision?.PipelineUrl,
        };

    /// <summary>A model in the account: which version it has before and should have afterwards.</summary>
    private sealed record Deployed(string Name, DeployedVersion? Before, DeployedVersion? Now);

    /// <summary>Versions that were looked up before.</summary>
    private sealed class Resolved(IReadOnlyDictionary<string, ApprovedModel?> versions) : IApprovedModels
    {
        public Task<ApprovedModel?> FindAsync(string group, string? pinned) => Task.FromResult(versions[group.Split('/')[^1]]);
    }
}
