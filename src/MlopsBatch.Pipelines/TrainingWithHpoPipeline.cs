using MlopsBatch.Pipelines.Definition;
using MlopsBatch.Pipelines.Definition.Steps;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines;

/// <summary>
/// Searches for better hyperparameters, and trains with the approved, fixed ones beside it. The better model on the same test rows is
/// registered, if it is good enough; if its hyperparameters changed, as one that needs the review board's approval.
/// </summary>
public static class TrainingWithHpoPipeline
{
    /// <exception cref="ArgumentException">The project has faults: see <see cref="ModelProjectFaults"/>.</exception>
    public static PipelineDefinition Build(ModelProject project)
    {
        var context = new TrainingSteps(project);
        var search = new TuningSearch(project.Hpo, project.Hpo.Objective ?? project.Metric, project.TimeLimits.TuningSeconds, project.Seed);
        var tune = new TuningStep(StepNames.Tuning, "Searches for better hyperparameters.", context.Job(project.Hpo.Ranges.Keys), search);
        var fixedTraining = context.TrainFixed();
        return context.Complete(PipelineKind.TrainingWithHpo, [tune, fixedTraining], tune.TopModel, context.BesideFixed(fixedTraining));
    }
}
