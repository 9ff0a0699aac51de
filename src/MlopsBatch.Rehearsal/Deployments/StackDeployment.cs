using MlopsBatch.Inspection;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.Registry;

namespace MlopsBatch.Rehearsal.Deployments;

/// <summary>What <c>pulumi up</c> does, with the local cloud in place of the engine and AWS.</summary>
public static class StackDeployment
{
    /// <summary>
    /// Runs the stack program; each resource that it registers is made in the account at once and answered with its real
    /// outputs, so that what refers to it gets them. What the program no longer declares is deleted at the end.
    /// </summary>
    /// <param name="account">Where the stack goes.</param>
    /// <param name="context">What the program is told.</param>
    /// <param name="approved">Which versions are approved.</param>
    /// <param name="change">Changes each resource before it is made, for planted faults; null leaves it out.</param>
    /// <returns>What the program declared, and what the update did with each resource.</returns>
    /// <exception cref="CloudException">A service refused a resource; the message begins with its URN.</exception>
    public static async Task<(EvaluatedStack Stack, IReadOnlyList<ResourceOperation> Operations)> UpAsync(
        CloudAccount account,
        StackContext context,
        IApprovedModels approved,
        Func<DeclaredResource, DeclaredResource?>? change = null
    )
    {
        var update = account.Service<DeploymentService>().Begin(context.Stack);
        CloudException? refused = null;
        try
        {
            var stack = await StackEvaluator.EvaluateAsync(context, approved, account.Id, Make);
            return (stack, update.Finish());
        }
        catch (Exception) when (refused is not null)
        {
            // The program only says that it failed; what the service said is the reason.
            throw refused;
        }

        MadeResource Make(RecordedResource resource)
        {
            try
            {
                var declared = Declare(resource);
                if ((change is null ? declared : change(declared)) is not { } made)
                {
                    // The program goes on as if it were there.
                    return new(resource.Id, []);
                }

                var state = update.Register(made);
                return new(state.Id, state.Outputs);
            }
            catch (CloudException error)
            {
                refused ??= error;
                throw;
            }
        }
    }

    private static DeclaredResource Declare(RecordedResource resource) =>
        new()
        {
            Type = resource.Type,
            Name = resource.Name,
            Urn = resource.Urn,
            Inputs = resource.Inputs,
            IsComponent = resource.IsComponent,
            Protect = resource.Protect,
            RetainOnDelete = resource.RetainOnDelete,
            DependsOn = resource.DependsOn,
        };
}
