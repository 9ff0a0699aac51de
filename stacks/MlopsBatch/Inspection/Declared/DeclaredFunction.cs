using System.Text.Json.Nodes;

namespace MlopsBatch.Inspection.Declared;

/// <summary>A Lambda function.</summary>
public sealed record DeclaredFunction(RecordedResource Resource)
{
    /// <summary>Name in the program.</summary>
    public string LogicalName => Resource.Name;

    /// <summary>Name in AWS.</summary>
    public string Name => Resource.Text("name")!;

    public string Description => Resource.Text("description") ?? "";

    /// <summary>What it is told by environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        (Resource.Inputs["environment"]?["variables"] as JsonObject ?? []).ToDictionary(
            variable => variable.Key,
            variable => variable.Value!.ToString()
        );
}
