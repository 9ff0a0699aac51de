namespace MlopsBatch.Pipelines.Names;

public static class PipelineKindExtensions
{
    /// <summary>The kind in lower case with hyphens, as in pipeline names, file names and metadata.</summary>
    public static string Slug(this PipelineKind kind) =>
        kind switch
        {
            PipelineKind.Training => "training",
            PipelineKind.TrainingWithHpo => "training-with-hpo",
            PipelineKind.BatchInference => "batch-inference",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of pipeline."),
        };
}
