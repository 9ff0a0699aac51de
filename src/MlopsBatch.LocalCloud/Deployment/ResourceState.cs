using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>A resource that is deployed.</summary>
/// <param name="Declared">As it was declared, references resolved.</param>
/// <param name="Id">What the provider knows it by; empty for components.</param>
/// <param name="Outputs">What it computed, such as its ARN.</param>
public sealed record ResourceState(DeclaredResource Declared, string Id, JsonObject Outputs)
{
    public JsonObject Inputs => Declared.Inputs;

    /// <summary>An output, an input, or <c>id</c>.</summary>
    public JsonNode? Value(string name) => name == "id" ? Id : Outputs[name] ?? Inputs[name];
}
