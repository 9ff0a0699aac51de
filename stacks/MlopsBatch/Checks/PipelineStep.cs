using System.Text.Json.Nodes;

namespace MlopsBatch.Checks;

/// <summary>A step of a declared pipeline.</summary>
internal sealed record PipelineStep(string Pipeline, string Name, string Type, JsonObject Arguments, JsonArray? RetryPolicies)
{
    public string FullName => $"{Pipeline}/{Name}";

    /// <summary>Where a tuning step keeps what its training jobs get; elsewhere the arguments themselves.</summary>
    public JsonObject Job => Type == "Tuning" ? (JsonObject)Arguments["TrainingJobDefinition"]! : Arguments;

    public bool IsProcessing => Type is "Processing" or "QualityCheck";

    public bool IsTraining => Type is "Training" or "Tuning";

    public bool IsJob => IsProcessing || IsTraining || Type == "Transform";

    /// <summary>The value at a path of names; null if something is missing.</summary>
    public JsonNode? At(params string[] path) => path.Aggregate((JsonNode?)Job, (node, name) => (node as JsonObject)?[name]);

    public bool IsTrue(params string[] path) => At(path) is JsonValue value && value.TryGetValue<bool>(out var truth) && truth;
}
