using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Files;
using MlopsBatch.Inspection;
using MlopsBatch.Registry;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Tests.Stack;

/// <summary>Stacks to test with: the example files, and variations of them.</summary>
internal static class TestStacks
{
    public const string Account = StackEvaluator.PlaceholderAccount;

    public static DirectoryInfo Root => Repository.Root;

    /// <summary>The settings of an example, as JSON to change.</summary>
    public static JsonObject Settings(string stack = "docs/examples/Pulumi.single.yaml") =>
        (JsonObject)JsonNode.Parse(StackFile.Read(Root, stack).Settings!)!;

    /// <summary>Evaluates changed settings.</summary>
    public static Task<EvaluatedStack> EvaluateAsync(
        string stack = "docs/examples/Pulumi.single.yaml",
        Action<JsonObject>? change = null,
        IApprovedModels? approved = null,
        string? runId = null
    )
    {
        var context = Context(stack, change, runId);
        return StackEvaluator.EvaluateAsync(context, approved ?? FixedApprovedModels.First(context.Settings, context.Region, Account));
    }

    public static StackContext Context(
        string stack = "docs/examples/Pulumi.single.yaml",
        Action<JsonObject>? change = null,
        string? runId = null
    )
    {
        var file = StackFile.Read(Root, stack);
        var settings = (JsonObject)JsonNode.Parse(file.Settings!)!;
        change?.Invoke(settings);
        return new()
        {
            Stack = file.Stack,
            Region = file.Region,
            Settings = SettingsReader.Read(settings.ToJsonString(), new StackFacts(file.Stack, file.Region, runId)),
            Files = new ProjectFiles(Root),
            Commit = "0123456789abcdef0123456789abcdef01234567",
            Repository = "https://gitlab.example.com/group/project",
            RunId = runId,
        };
    }

    /// <summary>A second model beside the example's.</summary>
    public static void AddModel(JsonObject settings, string name, params string[] responsible) =>
        ((JsonArray)settings["models"]!).Add(
            new JsonObject
            {
                ["name"] = name,
                ["responsible"] = new JsonArray([.. responsible.Select(address => (JsonNode)address)]),
                ["metric"] = new JsonObject { ["name"] = "mse", ["threshold"] = 5 },
            }
        );
}
