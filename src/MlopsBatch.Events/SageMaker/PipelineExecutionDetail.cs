using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.SageMaker;

/// <summary>Detail of <see cref="EventBridge.DetailTypes.PipelineExecution"/>. It holds no failure reason: that is looked up.</summary>
public sealed record PipelineExecutionDetail
{
    [JsonPropertyName("pipelineArn")]
    public string? PipelineArn { get; init; }

    [JsonPropertyName("pipelineExecutionArn")]
    public string? PipelineExecutionArn { get; init; }

    [JsonPropertyName("pipelineExecutionDisplayName")]
    public string? DisplayName { get; init; }

    [JsonPropertyName("pipelineExecutionDescription")]
    public string? Description { get; init; }

    /// <summary>One of <see cref="ExecutionStatuses"/>.</summary>
    [JsonPropertyName("currentPipelineExecutionStatus")]
    public string? CurrentStatus { get; init; }

    [JsonPropertyName("previousPipelineExecutionStatus")]
    public string? PreviousStatus { get; init; }

    /// <summary>ISO 8601, as sent.</summary>
    [JsonPropertyName("executionStartTime")]
    public string? StartTime { get; init; }

    /// <summary>ISO 8601, as sent.</summary>
    [JsonPropertyName("executionEndTime")]
    public string? EndTime { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
