using System.Text.Json.Nodes;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Inspection;

namespace MlopsBatch.Rehearsal.Deployments;

/// <summary>Does what a platform engineer does between two accounts: takes over the lines that a stack prints for the next one.</summary>
internal static class PastedLines
{
    private const string Output = "pasteIntoDeployAccounts";

    private const string Section = "registry";

    /// <summary>The registry's section with what the stack knows of it; what was there before stays.</summary>
    public static JsonObject Add(JsonObject registry, EvaluatedStack stack)
    {
        var merged = (JsonObject)registry.DeepClone();
        var printed = SettingsYaml.Read(stack.Outputs[Output]?.ToString() ?? "");
        foreach (var (name, value) in printed[Section] as JsonObject ?? [])
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
