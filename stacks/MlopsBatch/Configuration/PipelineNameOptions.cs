using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>Names of a model's pipelines, for those who had names before. Lower-case, because SageMaker lower-cases them in ARNs.</summary>
public sealed record PipelineNameOptions
{
    /// <summary>Name of the training pipeline; left out, <c>MODEL-training</c>.</summary>
    [Pattern(Patterns.Pipeline, Patterns.PipelineNeeds, IsOwnName = true), Example("abalone-training")]
    public string? Training { get; init; }

    /// <summary>Name of the pipeline that tunes; left out, <c>MODEL-training-with-hpo</c>.</summary>
    [Pattern(Patterns.Pipeline, Patterns.PipelineNeeds, IsOwnName = true), Example("abalone-training-with-hpo")]
    public string? TrainingWithHpo { get; init; }

    /// <summary>Name of the batch inference pipeline; left out, <c>MODEL-batch-inference</c>.</summary>
    [Pattern(Patterns.Pipeline, Patterns.PipelineNeeds, IsOwnName = true), Example("abalone-inference")]
    public string? Inference { get; init; }
}
