using MlopsBatch.Configuration;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Pipelines;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Cli.Graphs.Reading;

/// <summary>Where definitions come from.</summary>
internal static class DrawnPipelines
{
    /// <summary>The three pipelines of the sample project.</summary>
    public static IReadOnlyList<DrawnPipeline> Sample()
    {
        var project = SampleProject.Project;
        return
        [
            Of(PipelineKind.Training, TrainingPipeline.Build(project).ToJson()),
            Of(PipelineKind.TrainingWithHpo, TrainingWithHpoPipeline.Build(project).ToJson()),
            Of(PipelineKind.BatchInference, BatchInferencePipeline.Build(project, SampleProject.Approved).ToJson()),
        ];

        DrawnPipeline Of(PipelineKind kind, string definition) => new(new(project.Name, kind.Slug(), "", definition), project.Layout);
    }

    /// <summary>The pipelines that a stack declares.</summary>
    public static IReadOnlyList<DrawnPipeline> Of(DeclaredStack stack, Settings settings) =>
        [
            .. stack.Pipelines.Select(pipeline => new DrawnPipeline(
                pipeline,
                new S3Layout(settings.Bucket.Name, settings.Bucket.Prefix, pipeline.Model)
            )),
        ];
}
