using System.Collections.Concurrent;
using MlopsBatch.Events.Audit;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.Registry;
using MlopsBatch.Rehearsal.Deployments;

namespace MlopsBatch.Rehearsal.GitLab;

/// <summary>
/// What the deploy jobs of .gitlab/model-deploy.yml do: look the approved versions up once, then update the stacks one
/// after the other (staging before production), each to those versions. A stack that fails ends it: the next isn't touched.
/// Repeated, a pipeline goes on with the versions that it has looked up, at the stack that failed.
/// </summary>
/// <param name="stacks">The stacks in their order.</param>
/// <param name="registry">The look-up that a stack's deployment uses.</param>
/// <param name="job">Deploys a stack.</param>
/// <param name="done">Is told of each deployment that a pipeline made.</param>
internal sealed class DeployJobs(
    Func<IReadOnlyList<DeployedStack>> stacks,
    Func<StackContext, CloudAccount, IApprovedModels> registry,
    LocalDeployJob job,
    Action<GitLabPipeline, DeployedStack, IReadOnlyList<ResourceOperation>> done
)
{
    /// <summary>What the pipelines that haven't ended well still have to deploy, by their numbers.</summary>
    private readonly ConcurrentDictionary<int, IReadOnlyList<Waiting>> _waiting = new();

    public async Task RunAsync(GitLabPipeline pipeline, string url, CancellationToken cancellation)
    {
        var decision = JobOf(pipeline, url);
        if (!_waiting.TryGetValue(pipeline.Id, out var waiting))
        {
            waiting = _waiting[pipeline.Id] = await ResolveAsync(decision);
        }

        while (waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = waiting[0];
            done(pipeline, next.Stack, await job.RunAsync(next.Stack, next.Versions, decision));
            waiting = _waiting[pipeline.Id] = [.. waiting.Skip(1)];
        }

        _waiting.TryRemove(pipeline.Id, out _);
    }

    private async Task<IReadOnlyList<Waiting>> ResolveAsync(DeployJob decision)
    {
        var scoring = stacks();
        try
        {
            var resolved = new List<Waiting>();
            foreach (var stack in scoring)
            {
                var found = await ResolvedVersions.FindAsync(stack.Context, registry(stack.Context, stack.Account));
                resolved.Add(new(stack, HandedOnVersions.Of(found)));
            }

            return resolved;
        }
        catch (Exception fault) when (scoring.Count > 0 && fault is not OperationCanceledException)
        {
            // The job that tells it has production's role.
            await job.FailedAsync(scoring[^1], decision);
            throw;
        }
    }

    private static DeployJob JobOf(GitLabPipeline pipeline, string url)
    {
        return DeployJob.Of(Told) with
        {
            PipelineUrl = url,
        };

        // By the API they come as inputs, whose names are the variables' in small letters.
        string? Told(string name) =>
            pipeline.Variables.GetValueOrDefault(name) ?? pipeline.Variables.GetValueOrDefault(GitLabVariables.InputName(name));
    }

    /// <summary>A stack that is to be deployed, with the versions that were looked up for it.</summary>
    private sealed record Waiting(DeployedStack Stack, HandedOnVersions Versions);
}
