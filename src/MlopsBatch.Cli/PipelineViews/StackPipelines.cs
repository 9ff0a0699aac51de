using MlopsBatch.Configuration;
using MlopsBatch.Inspection;
using MlopsBatch.ModelProjects;
using MlopsBatch.Pipelines;
using MlopsBatch.Pipelines.Definition;
using MlopsBatch.Registry;

namespace MlopsBatch.Cli.PipelineViews;

/// <summary>The pipelines that a stack's roles have of its models, by their names in AWS.</summary>
internal static class StackPipelines
{
    /// <param name="stack">The stack.</param>
    /// <param name="approved">The versions that batch inference is shown with.</param>
    /// <param name="only">Name of a model; all of them if null.</param>
    public static async Task<IReadOnlyList<(string Name, PipelineDefinition Pipeline)>> OfAsync(
        StackContext stack,
        FixedApprovedModels approved,
        string? only
    )
    {
        if (only is not null)
        {
            _ = StackModel.Of(stack, only);
        }

        var found = new List<(string, PipelineDefinition)>();
        var models = stack.Settings.Models.Zip(StackModel.Of(stack));
        foreach (var (options, named) in models.Where(pair => only is null || pair.First.Name == only))
        {
            var project = OfflineProject.Of(stack, options);
            if (stack.Settings.Has(AccountRole.Build))
            {
                found.Add((named.Pipelines.Training, TrainingPipeline.Build(project)));
                found.Add((named.Pipelines.TrainingWithHpo, TrainingWithHpoPipeline.Build(project)));
            }

            if (stack.Settings.Has(AccountRole.Deploy))
            {
                var version = (await approved.FindAsync(ModelQuestion.Of(stack, options))).Version;
                found.Add((named.Pipelines.BatchInference, BatchInferencePipeline.Build(project, version)));
            }
        }

        return found;
    }
}
