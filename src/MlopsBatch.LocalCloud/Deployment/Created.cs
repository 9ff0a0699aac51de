using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>What a handler made.</summary>
/// <param name="Id">What it is known by from now on.</param>
/// <param name="Outputs">What it computed.</param>
public sealed record Created(string Id, JsonObject Outputs);
