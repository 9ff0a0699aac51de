using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Configuration;

/// <summary>A stack's settings with one thing changed.</summary>
internal static class ChangedSettings
{
    public static List<string> FaultsOf(
        Action<JsonObject> change,
        string stack = "docs/examples/Pulumi.single.yaml",
        string region = "eu-west-1"
    )
    {
        var settings = TestStacks.Settings(stack);
        change(settings);
        return [.. SettingsReader.TryRead(settings.ToJsonString(), new StackFacts("dev", region)).Faults.Select(fault => fault.ToString())];
    }

    /// <summary>Sets the value at a path such as <c>models[0].name</c>, or removes it.</summary>
    public static void Set(JsonObject settings, string path, string? json)
    {
        var parts = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        JsonNode node = settings;
        foreach (var part in parts[..^1])
        {
            node = part.StartsWith('[') ? node[int.Parse(part[1..^1])]! : node[part] ??= new JsonObject();
        }

        if (parts[^1].StartsWith('['))
        {
            node[int.Parse(parts[^1][1..^1])] = json is null ? null : JsonNode.Parse(json);
        }
        else if (json is null)
        {
            ((JsonObject)node).Remove(parts[^1]);
        }
        else
        {
            ((JsonObject)node)[parts[^1]] = JsonNode.Parse(json);
        }
    }
}
