namespace MlopsBatch.Pipelines.Names;

/// <summary>The three pipelines of a model.</summary>
public enum PipelineKind
{
    Training,
    TrainingWithHpo,
    BatchInference,
}
