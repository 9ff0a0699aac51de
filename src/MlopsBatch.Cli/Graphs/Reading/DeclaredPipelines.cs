using MlopsBatch.Configuration;
using MlopsBatch.Inspection;
using MlopsBatch.Pipelines;

namespace MlopsBatch.Cli.Graphs.Reading;

/// <summary>Where definitions come from.</summary>
internal static class DeclaredPipelines
{
    /// <summary>The three pipelines of the sample project.</summary>
    public static IReadOnlyList<DeclaredPipeline> Sample()
    {
        var project = SampleProject.Project;
        return
        [
            Of(PipelineKind.Training, TrainingPipeline.Build(project).ToJson()),
            Of(PipelineKind.TrainingWithHpo, TrainingWithHpoPipeline.Build(project).ToJson()),
            Of(PipelineKind.BatchInference, BatchInferencePipeline.Build(project, SampleProject.Approved).ToJson()),
        ];

        DeclaredPipeline Of(PipelineKind kind, string definition) =>
            new(project.Name, kind.Slug(), project.Layout, DefinitionReader.Read(definition));
    }

    /// <summary>The pipelines that a stack declares.</summary>
    public static IReadOnlyList<DeclaredPipeline> Of(EvaluatedStack stack, Settings settings) =>
        [
            .. from resource in stack.OfType(ResourceTypes.Pipeline)
            let model = resource.Parent!.Split("::")[^1]
            select new DeclaredPipeline(
                model,
                resource.Text("pipelineName")!,
                new S3Layout(settings.Bucket.Name, settings.Bucket.Prefix, model),
                DefinitionReader.Read(resource.Text("pipelineDefinition")!)
            ),
        ];
}
