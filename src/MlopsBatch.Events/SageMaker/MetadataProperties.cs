using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.SageMaker;

/// <summary>Where a model version comes from.</summary>
public sealed record MetadataProperties
{
    [JsonPropertyName("CommitId")]
    public string? CommitId { get; init; }

    [JsonPropertyName("Repository")]
    public string? Repository { get; init; }

    /// <summary>ARN of the pipeline execution.</summary>
    [JsonPropertyName("GeneratedBy")]
    public string? GeneratedBy { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
