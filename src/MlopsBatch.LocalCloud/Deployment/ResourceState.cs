using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>A resource that is deployed.</summary>
/// <param name="Declared">As it was declared, references resolved.</param>
/// <param name="Id">What the provider knows it by; empty for components.</param>
/// <param name="Outputs">What it computed, such as its ARN.</param>
public sealed record ResourceState(DeclaredResource Declared, string Id, JsonObject Outputs)
{
    public JsonObject Inputs => Declared.Inputs;

    /// <summary>Inputs and outputs together, as a program sees the resource.</summary>
    public JsonObject Properties()
    {
        var all = (JsonObject)Inputs.DeepClone();
        foreach (var (name, value) in Outputs)
        {
            all[name] = value?.DeepClone();
        }
        return all;
    }

    /// <summary>An output, an input, or <c>id</c>.</summary>
    public JsonNode? Value(string name) => name == "id" ? Id : Outputs[name] ?? Inputs[name];
}
