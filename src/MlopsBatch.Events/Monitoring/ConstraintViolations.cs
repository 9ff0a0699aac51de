using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.Monitoring;

/// <summary>Content of <c>constraint_violations.json</c>; an empty list means that nothing was found.</summary>
/// <remarks>Source: SageMaker developer guide, "Schema for Violations (constraint_violations.json file)".</remarks>
public sealed record ConstraintViolations
{
    [JsonPropertyName("violations")]
    public IReadOnlyList<ConstraintViolation>? Violations { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
