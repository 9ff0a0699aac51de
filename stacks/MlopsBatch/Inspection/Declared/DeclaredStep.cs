using System.Text.Json.Nodes;

namespace MlopsBatch.Inspection.Declared;

/// <summary>A step as the definition's JSON says.</summary>
public sealed record DeclaredStep
{
    /// <summary>The pipeline's name.</summary>
    public required string Pipeline { get; init; }

    public required string Name { get; init; }

    /// <summary>SageMaker's name of the kind.</summary>
    public required string Type { get; init; }

    /// <summary>What SageMaker's API gets.</summary>
    public required JsonObject Arguments { get; init; }

    /// <summary>How it is tried again; null if it isn't.</summary>
    public JsonArray? RetryPolicies { get; init; }

    /// <summary>Of a condition: what has to hold; null for others.</summary>
    public string? Condition { get; init; }

    /// <summary>The condition whose branch it is in; null for others.</summary>
    public string? Branch { get; init; }

    /// <summary>In a branch: whether it runs if the condition holds.</summary>
    public bool IsIf { get; init; }

    /// <summary>Steps that it waits for: it refers to them or depends on them.</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>S3 URIs that it is given, without what it writes; runs' own parts are in braces.</summary>
    public required IReadOnlyList<string> Reads { get; init; }

    /// <summary>S3 URIs of its outputs.</summary>
    public required IReadOnlyList<string> Writes { get; init; }

    /// <summary>
    /// S3 URIs of the JSON files out of which the pipeline's service itself, with the pipeline's role, takes values for this
    /// step (<c>Std:JsonGet</c>).
    /// </summary>
    public required IReadOnlyList<string> PropertyFiles { get; init; }

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
