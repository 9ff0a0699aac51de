using MlopsBatch.Deploying;
using MlopsBatch.Registry;
using Pulumi;
using Pulumi.Testing;

namespace MlopsBatch.Inspection;

/// <summary>
/// Runs the very program that is deployed in the SDK's test mode and notes what it declares. Holds no state, so that several
/// stacks can be evaluated side by side.
/// </summary>
public static class StackEvaluator
{
    /// <summary>Account that evaluation pretends to be in, unless it is told another.</summary>
    public const string PlaceholderAccount = "111122223333";

    /// <param name="context">What the program is told.</param>
    /// <param name="approvedModels">Which versions are approved.</param>
    /// <param name="accountId">The account that the credentials would belong to.</param>
    /// <param name="engine">Makes each resource and answers with what it really is; plausible ids and ARNs if null.</param>
    /// <exception cref="RunException">The program failed; the message is the program's.</exception>
    public static async Task<EvaluatedStack> EvaluateAsync(
        StackContext context,
        IApprovedModels approvedModels,
        string accountId = PlaceholderAccount,
        Func<RecordedResource, MadeResource>? engine = null
    )
    {
        var recorder = new ResourceRecorder(context.Stack);
        var mocks = new RecordingMocks(accountId, context.Region, recorder, engine);
        var observed = context with { Observer = recorder.Observe };
        var approved = await ApprovedVersions.FindAsync(observed, approvedModels);
        var services = new StackServices(() => new MlopsStack(observed, approved));
        await Deployment.TestWithServiceProviderAsync<MlopsStack>(
            mocks,
            services,
            new TestOptions
            {
                ProjectName = "mlops-batch",
                StackName = context.Stack,
                IsPreview = false,
            }
        );
        return new(context.Stack, recorder.Resources(), await mocks.OutputsAsync()) { Account = accountId, Region = context.Region };
    }
}
