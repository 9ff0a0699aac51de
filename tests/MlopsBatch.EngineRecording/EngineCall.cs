using System.Text.Json.Nodes;

namespace MlopsBatch.EngineRecording;

/// <summary>A call that a program made.</summary>
/// <param name="Method">The service's method, such as <c>RegisterResource</c>.</param>
/// <param name="Request">
/// The message as protobuf's JSON: what has its default value and no presence is left out; structs are plain JSON with the
/// protocol's signatures in them.
/// </param>
public sealed record EngineCall(string Method, JsonObject Request)
{
    public string Name => Text("name");

    public string Type => Text("type");

    /// <summary>The inputs of a registration.</summary>
    public JsonObject Inputs => (JsonObject?)Request["object"] ?? [];

    public string Text(string field) => (string?)Request[field] ?? "";
}
