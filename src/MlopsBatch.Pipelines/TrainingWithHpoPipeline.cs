using MlopsBatch.Pipelines.Definition;

namespace MlopsBatch.Pipelines;

/// <summary>
/// Searches for better hyperparameters and registers the best model, if it is good enough, as one that needs the review
/// board's approval.
/// </summary>
public static class TrainingWithHpoPipeline
{
    /// <exception cref="ArgumentException">The project has faults: see <see cref="ModelProjectFaults"/>.</exception>
    public static PipelineDefinition Build(ModelProject project)
    {
        var steps = new TrainingSteps(project);
        var search = new TuningSearch(project.Hpo, project.Hpo.Objective ?? project.Metric, project.TimeLimits.TuningSeconds, project.Seed);
        var tune = new TuningStep(StepNames.Tuning, "Searches for better hyperparameters.", steps.Job(project.Hpo.Ranges.Keys), search);
        return steps.Complete(PipelineKind.TrainingWithHpo, tune, tune.TopModel);
    }
}
