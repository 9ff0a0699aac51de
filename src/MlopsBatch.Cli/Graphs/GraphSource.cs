using MlopsBatch.Configuration;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Pipelines;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Cli.Graphs;

/// <summary>What pictures are made of.</summary>
/// <param name="Pipelines">The pipelines to draw.</param>
/// <param name="Stack">Null for the sample project.</param>
/// <param name="Settings">Null for the sample project.</param>
internal sealed record GraphSource(IReadOnlyList<DrawnPipeline> Pipelines, DeclaredStack? Stack, Settings? Settings)
{
    /// <summary>The three pipelines of the sample project.</summary>
    public static GraphSource Sample()
    {
        var project = SampleProject.Project;
        return new(
            [
                Of(PipelineKind.Training, TrainingPipeline.Build(project).ToJson()),
                Of(PipelineKind.TrainingWithHpo, TrainingWithHpoPipeline.Build(project).ToJson()),
                Of(PipelineKind.BatchInference, BatchInferencePipeline.Build(project, SampleProject.Approved).ToJson()),
            ],
            null,
            null
        );

        DrawnPipeline Of(PipelineKind kind, string definition) => new(new(project.Name, kind.Slug(), "", definition), project.Layout);
    }

    /// <summary>What a stack declares.</summary>
    public static GraphSource Of(DeclaredStack stack, Settings settings) =>
        new(
            [
                .. stack.Pipelines.Select(pipeline => new DrawnPipeline(
                    pipeline,
                    new S3Layout(settings.Bucket.Name, settings.Bucket.Prefix, pipeline.Model)
                )),
            ],
            stack,
            settings
        );
}
