namespace MlopsBatch.Pipelines;

/// <summary>The three pipelines of a model.</summary>
public enum PipelineKind
{
    Training,
    TrainingWithHpo,
    BatchInference,
}
