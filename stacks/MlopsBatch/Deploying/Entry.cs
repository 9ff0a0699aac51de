using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Files;
using MlopsBatch.Registry;
using Pulumi;

namespace MlopsBatch.Deploying;

/// <summary>The program under Pulumi's engine: configuration from the engine, versions from AWS, and the guards of a real deployment.</summary>
internal static class Entry
{
    public static Task<int> RunAsync(Func<string, string?> environment)
    {
        // Services are asked for inside the deployment, so that what they throw is reported by the engine.
        return Deployment.RunAsync<MlopsStack>(new StackServices(() => Read(environment), Registry));
    }

    internal static StackContext Read(Func<string, string?> environment)
    {
        var config = JsonNode.Parse(environment("PULUMI_CONFIG") is { Length: > 0 } json ? json : "{}")!;
        var stack = environment("PULUMI_STACK") ?? "";
        var facts = new StackFacts(stack, (string?)config["aws:region"] ?? "", environment("CI_PIPELINE_ID") ?? environment("MLOPS_RUN_ID"));
        var settings = SettingsReader.Read((string?)config["mlops-batch:settings"], facts);
        var files = new ProjectFiles(ProjectRoot.Find(environment("PULUMI_ROOT_DIRECTORY")));
        Guards.Check(settings, files, PackageFeed.OfThisBuild);
        return new()
        {
            Stack = stack,
            Region = facts.Region,
            Settings = settings,
            Files = files,
            Commit = environment("CI_COMMIT_SHA") ?? environment("MLOPS_COMMIT") ?? "unknown",
            Repository = environment("CI_PROJECT_URL") ?? environment("MLOPS_REPOSITORY") ?? "unknown",
            RunId = facts.RunId,
        };
    }

    private static RegistryApprovedModels Registry(StackContext context) =>
        new(SageMakerClient.For(context), context.Settings.RequireReview);
}
