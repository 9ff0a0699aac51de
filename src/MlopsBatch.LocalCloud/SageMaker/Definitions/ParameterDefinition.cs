using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Definitions;

/// <summary>A parameter that a pipeline declares.</summary>
/// <param name="Name">1 to 64 letters, digits, hyphens and underscores.</param>
/// <param name="Type">String, Integer, Float or Boolean.</param>
/// <param name="Default">Its value where an execution gives none; null if it must be given.</param>
/// <param name="EnumValues">The values that it may have; empty if free.</param>
internal sealed record ParameterDefinition(string Name, string Type, JsonNode? Default, IReadOnlyList<JsonNode?> EnumValues);
