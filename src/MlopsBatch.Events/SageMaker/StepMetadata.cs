using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.SageMaker;

/// <summary>What a step made: at most one of these is there.</summary>
/// <remarks>Only <c>processingJob</c> is documented for events; the others are the camelCase form of the API's
/// <c>PipelineExecutionStepMetadata</c>, so all of them are optional.</remarks>
public sealed record StepMetadata
{
    [JsonPropertyName("processingJob")]
    public ResourceReference? ProcessingJob { get; init; }

    [JsonPropertyName("trainingJob")]
    public ResourceReference? TrainingJob { get; init; }

    [JsonPropertyName("tuningJob")]
    public ResourceReference? TuningJob { get; init; }

    [JsonPropertyName("transformJob")]
    public ResourceReference? TransformJob { get; init; }

    [JsonPropertyName("registerModel")]
    public ResourceReference? RegisterModel { get; init; }

    [JsonPropertyName("model")]
    public ResourceReference? Model { get; init; }

    [JsonPropertyName("qualityCheck")]
    public QualityCheckMetadata? QualityCheck { get; init; }

    [JsonPropertyName("fail")]
    public FailMetadata? Fail { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>ARN of the job that ran for the step, if the event names one.</summary>
    [JsonIgnore]
    public string? JobArn => (ProcessingJob ?? TrainingJob ?? TuningJob ?? TransformJob)?.Arn ?? QualityCheck?.CheckJobArn;
}
