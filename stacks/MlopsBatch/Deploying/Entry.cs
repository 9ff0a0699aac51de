using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Files;
using MlopsBatch.Registry;
using Pulumi;

namespace MlopsBatch.Deploying;

/// <summary>
/// The program under Pulumi's engine: configuration from the engine, versions from AWS, and the guards of a real deployment.
/// </summary>
internal static class Entry
{
    public static async Task<int> RunAsync(Func<string, string?> environment) =>
        await Deployment.RunAsync<MlopsStack>(new StackServices(await PrepareAsync(environment)));

    /// <summary>
    /// Does all that can fail before a resource is declared. The faults are thrown inside of the deployment, so that the engine
    /// reports them.
    /// </summary>
    private static async Task<Func<MlopsStack>> PrepareAsync(Func<string, string?> environment)
    {
        try
        {
            var context = Read(environment);
            var approved = await ApprovedVersions.FindAsync(context, Registry(context, environment("MLOPS_APPROVED_MODELS")));
            return () => new MlopsStack(context, approved);
        }
        catch (Exception fault)
        {
            var captured = ExceptionDispatchInfo.Capture(fault);
            return () =>
            {
                captured.Throw();
                throw new UnreachableException();
            };
        }
    }

    internal static StackContext Read(Func<string, string?> environment)
    {
        var config = JsonNode.Parse(environment("PULUMI_CONFIG") is { Length: > 0 } json ? json : "{}")!;
        var stack = environment("PULUMI_STACK") ?? "";
        var facts = new StackFacts(
            stack,
            (string?)config["aws:region"] ?? "",
            environment("CI_PIPELINE_ID") ?? environment("MLOPS_RUN_ID")
        )
        {
            OtherKeys = [.. config.AsObject().Select(entry => entry.Key).Where(key => !key.StartsWith("aws:", StringComparison.Ordinal))],
        };
        var settings = SettingsReader.Read((string?)config["mlops-batch:settings"], facts);
        var urls = settings.Notifications.Webhooks.ToDictionary(
            webhook => webhook.Name,
            webhook => (string?)config[WebhookOptions.KeyOf(webhook.Name)] ?? ""
        );
        var files = new ProjectFiles(ProjectRoot.Find(environment("PULUMI_ROOT_DIRECTORY")));
        Guards.Check(settings, files, PackageFeed.OfThisBuild, urls);
        return new()
        {
            Stack = stack,
            Region = facts.Region,
            Settings = settings,
            Files = files,
            WebhookUrls = urls,
            Commit = environment("MLOPS_COMMIT") ?? environment("CI_COMMIT_SHA") ?? "unknown",
            Repository = environment("CI_PROJECT_URL") ?? environment("MLOPS_REPOSITORY") ?? "unknown",
            RunId = facts.RunId,
        };
    }

    /// <param name="context">The stack.</param>
    /// <param name="resolved">Path of the file that <c>./mlops models approved --json</c> wrote, or null to look versions up now.</param>
    internal static IApprovedModels Registry(StackContext context, string? resolved)
    {
        var registry = new Lazy<IApprovedModels>(() => SageMakerClient.Registry(context));
        return string.IsNullOrEmpty(resolved)
            ? registry.Value
            : new ResolvedModels(ResolvedVersions.Read(new FileInfo(resolved), context.Stack).Versions, registry);
    }
}
