using MlopsBatch.Aws;
using MlopsBatch.Configuration;
using MlopsBatch.Lambda.Common.Calls;
using MlopsBatch.Pipelines;
using MlopsBatch.Registry;

namespace MlopsBatch.Cli.Registry;

/// <summary>
/// Which accounts score with a version. An account's own credentials can look into it alone, so of the other ones it says how to
/// ask them.
/// </summary>
internal static class DeployedIn
{
    /// <summary>A line for each account that scores with the stack's registry.</summary>
    /// <param name="calls">Calls with the credentials of the stack's account.</param>
    /// <param name="stack">The stack that was named.</param>
    /// <param name="model">The model.</param>
    /// <param name="version">The version's ARN.</param>
    /// <param name="cancellation">Ends the call.</param>
    public static async Task<IReadOnlyList<string>> FindAsync(
        SageMakerCalls calls,
        StackContext stack,
        StackModel model,
        string version,
        CancellationToken cancellation
    )
    {
        var lines = new List<string>();
        if (stack.Settings.Has(AccountRole.Deploy))
        {
            lines.Add(await AskAsync(calls, stack, model, version, cancellation));
        }

        lines.AddRange(
            stack.Settings.DeployAccounts.Select(account =>
                $"{account} (ask with its stack and credentials: ./mlops models show {version} -s ITS-STACK -m {model.Name})"
            )
        );
        return lines;
    }

    private static async Task<string> AskAsync(
        SageMakerCalls calls,
        StackContext stack,
        StackModel model,
        string version,
        CancellationToken cancellation
    )
    {
        try
        {
            var pipeline = await calls.PipelineAsync(model.Pipelines.BatchInference, cancellation);
            var account = Arn.TryParse(pipeline.PipelineArn ?? "", out var arn) ? arn.Account : "unknown account";
            var deployed = DeployedPackage.ArnIn(pipeline.PipelineDefinition);
            return $"{account} ({stack.Stack}): "
                + (
                    deployed is null ? "scores with no version yet"
                    : string.Equals(deployed, version, StringComparison.OrdinalIgnoreCase) ? "scores with this version"
                    : $"scores with version {deployed.Split('/')[^1]}"
                );
        }
        catch (AwsCallException fault)
        {
            // What else there is to show of the version is known all the same.
            return $"{stack.Stack}: unknown, because {fault.Message}";
        }
    }
}
