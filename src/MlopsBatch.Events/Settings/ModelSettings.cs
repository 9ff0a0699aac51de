using System.Text.Json.Serialization;

namespace MlopsBatch.Events.Settings;

/// <summary>What the functions must know of one model; names are those of the deployed resources.</summary>
public sealed record ModelSettings
{
    // What has a default has a setter: generated code for init sets it to null or false when the file leaves it out.

    /// <summary>The model's name in the stack's settings; value of the message attribute <c>model</c>.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("packageGroup")]
    public required string PackageGroup { get; init; }

    /// <summary>Null in an account without the role <c>build</c>.</summary>
    [JsonPropertyName("trainingPipeline")]
    public string? TrainingPipeline { get; init; }

    /// <summary>Null in an account without the role <c>build</c>.</summary>
    [JsonPropertyName("trainingWithHpoPipeline")]
    public string? TrainingWithHpoPipeline { get; init; }

    /// <summary>Null in an account without the role <c>deploy</c>.</summary>
    [JsonPropertyName("batchInferencePipeline")]
    public string? BatchInferencePipeline { get; init; }

    /// <summary>Bucket of the account's data for this model.</summary>
    [JsonPropertyName("bucket")]
    public required string Bucket { get; init; }

    /// <summary>What stands before the model's name in every key of <see cref="Bucket"/>; may be empty.</summary>
    [JsonPropertyName("bucketPrefix")]
    public string BucketPrefix { get; set; } = "";

    /// <summary>Name of the metric that decides, such as <c>mse</c>.</summary>
    [JsonPropertyName("metric")]
    public string? Metric { get; init; }

    /// <summary>Addresses of the people who decide about this model's versions.</summary>
    [JsonPropertyName("responsible")]
    public IReadOnlyList<string> Responsible { get; set; } = [];

    /// <summary>Whether a version with new hyperparameters is held back until it names its review.</summary>
    [JsonPropertyName("requireReview")]
    public bool RequireReview { get; set; } = true;

    /// <summary>Regular expression of a review's reference; null takes the default.</summary>
    [JsonPropertyName("reviewPattern")]
    public string? ReviewPattern { get; init; }

    /// <summary>Whether a violated model quality starts the training with HPO, here or in the build account.</summary>
    [JsonPropertyName("retrainOnViolation")]
    public bool RetrainOnViolation { get; set; } = true;

    /// <summary>Days that lie between the start of a tuning and of the next one that a violation starts, at least.</summary>
    [JsonPropertyName("tuningCooldownDays")]
    public int TuningCooldownDays { get; set; } = 7;

    /// <summary>Names of the account's rules that ask for a tuning; none in an account without the role <c>build</c>.</summary>
    [JsonPropertyName("retrainingRules")]
    public IReadOnlyList<string> RetrainingRules { get; set; } = [];

    /// <summary>Whether <paramref name="pipelineName"/> is one of this model's; SageMaker may have lower-cased it.</summary>
    public bool OwnsPipeline(string pipelineName) =>
        pipelineName.Equals(TrainingPipeline, StringComparison.OrdinalIgnoreCase)
        || pipelineName.Equals(TrainingWithHpoPipeline, StringComparison.OrdinalIgnoreCase)
        || pipelineName.Equals(BatchInferencePipeline, StringComparison.OrdinalIgnoreCase);
}
