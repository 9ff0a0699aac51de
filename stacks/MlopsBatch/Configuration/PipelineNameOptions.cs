using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>Names of a model's pipelines, for those who had names before. Lower-case, because SageMaker lower-cases them in ARNs.</summary>
public sealed record PipelineNameOptions
{
    [Pattern(Patterns.Pipeline, Patterns.PipelineNeeds, IsOwnName = true), Example("abalone-training")]
    public string? Training { get; init; }

    [Pattern(Patterns.Pipeline, Patterns.PipelineNeeds, IsOwnName = true), Example("abalone-training-with-hpo")]
    public string? TrainingWithHpo { get; init; }

    [Pattern(Patterns.Pipeline, Patterns.PipelineNeeds, IsOwnName = true), Example("abalone-inference")]
    public string? Inference { get; init; }
}
