using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.SageMaker;

/// <summary>Detail of <see cref="EventBridge.DetailTypes.PipelineStep"/>.</summary>
public sealed record PipelineStepDetail
{
    [JsonPropertyName("stepName")]
    public string? StepName { get; init; }

    [JsonPropertyName("stepType")]
    public string? StepType { get; init; }

    /// <summary>One of <see cref="ExecutionStatuses"/>.</summary>
    [JsonPropertyName("currentStepStatus")]
    public string? CurrentStatus { get; init; }

    [JsonPropertyName("previousStepStatus")]
    public string? PreviousStatus { get; init; }

    /// <summary>Only there when the step failed; the API cuts it at 1,024 characters.</summary>
    [JsonPropertyName("failureReason")]
    public string? FailureReason { get; init; }

    /// <summary>ISO 8601, as sent.</summary>
    [JsonPropertyName("stepStartTime")]
    public string? StartTime { get; init; }

    /// <summary>ISO 8601, as sent.</summary>
    [JsonPropertyName("stepEndTime")]
    public string? EndTime { get; init; }

    [JsonPropertyName("metadata")]
    public StepMetadata? Metadata { get; init; }

    [JsonPropertyName("pipelineArn")]
    public string? PipelineArn { get; init; }

    [JsonPropertyName("pipelineExecutionArn")]
    public string? PipelineExecutionArn { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
