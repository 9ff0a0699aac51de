using MlopsBatch.Pipelines.Definition;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines;

/// <summary>Trains with the approved, fixed hyperparameters, and registers what is good enough.</summary>
public static class TrainingPipeline
{
    /// <exception cref="ArgumentException">The project has faults: see <see cref="ModelProjectFaults"/>.</exception>
    public static PipelineDefinition Build(ModelProject project)
    {
        var context = new TrainingSteps(project);
        var train = context.TrainFixed();
        return context.Complete(PipelineKind.Training, [train], train.ModelArtifacts, tuning: null);
    }
}
