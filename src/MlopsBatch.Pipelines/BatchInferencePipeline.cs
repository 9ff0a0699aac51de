using MlopsBatch.Pipelines.Definition;
using MlopsBatch.Pipelines.Definition.Steps;
using MlopsBatch.Pipelines.Definition.Values;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines;

/// <summary>Scores a batch with the approved model, and checks the batch's data quality and the model's quality.</summary>
public static class BatchInferencePipeline
{
    /// <param name="project">The project.</param>
    /// <param name="approved">The version to use; null while none is approved.</param>
    /// <exception cref="ArgumentException">The project or the version has faults; the message has them all.</exception>
    public static PipelineDefinition Build(ModelProject project, ApprovedModel? approved)
    {
        if (approved is not null)
        {
            ApprovedModelFaults.ThrowIfAny(approved);
        }

        var steps = new ProjectSteps(project, project.DefaultInferenceKey ?? project.Layout.InferenceData.Prefix);
        return approved is null ? NoApprovedModel(steps) : Scoring(steps, approved);
    }

    private static PipelineDefinition NoApprovedModel(ProjectSteps steps) =>
        new(
            new FailStep(
                StepNames.NoApprovedModel,
                "Stands in for batch inference while no model version is approved.",
                Text.Of(
                    $"Model {steps.Project.Name}: no version in the group {steps.Project.ModelPackageGroup} is approved, "
                        + $"so {steps.InputKey} was not scored. Approve a version; the deployment that follows puts batch "
                        + $"inference in place. Then start this pipeline again."
                )
            )
        );

    private static PipelineDefinition Scoring(ProjectSteps steps, ApprovedModel approved)
    {
        var prepare = Prepare(steps, approved);
        var scoring = prepare.Output("scoring");
        var model = new ModelStep(
            StepNames.CreateModel,
            $"Makes a model out of the approved version {approved.Version}.",
            steps.Settings,
            approved.ModelPackageArn
        );
        var score = Score(steps, model.ModelName, scoring);
        var quality = new ModelQuality(steps, approved, score.Predictions, prepare);
        var drift = PrepareDriftCheck(steps, approved, scoring);
        var dataQuality = DataQualitySteps.Check(steps, drift.Output("data_check"), approved).Step;
        return new PipelineDefinition(prepare, model, score, quality.Step, drift, dataQuality, quality.Condition(after: dataQuality));
    }

    private static ProcessingStep Prepare(ProjectSteps steps, ApprovedModel approved) =>
        new(
            StepNames.DataPreProcessing,
            "Brings the batch's columns into the order that the approved model was trained with.",
            steps.Script(
                ScriptNames.ScoringPreProcessing,
                steps.Processing,
                [steps.HeaderOption, steps.RecordIdOption],
                [new("raw", steps.InputUri), new("model", approved.ModelDataUrl)],
                [
                    new("scoring", ProjectSteps.Here(steps.Layout.BatchProcessed, "scoring")),
                    new("findings", ProjectSteps.Here(steps.Layout.BatchProcessed, "findings")),
                ]
            )
        );

    private static TransformStep Score(ProjectSteps steps, Value<string> modelName, Value<string> scoring) =>
        new(StepNames.BatchInference, "Scores the prepared rows.", steps.Settings)
        {
            Cluster = steps.Transform,
            ModelName = modelName,
            Input = scoring,
            OutputPath = ProjectSteps.Here(steps.Layout.BatchResults),
            // The prepared rows start with the record id, if there is one: no feature.
            InputFilter = steps.Project.Data.RecordId is null ? null : "$[1:]",
            InvocationSeconds = steps.Project.TimeLimits.TransformInvocationSeconds,
        };

    private static ProcessingStep PrepareDriftCheck(ProjectSteps steps, ApprovedModel approved, Value<string> scoring) =>
        new(
            StepNames.DataCheckPreProcessing,
            "Gives the batch the layout of the baseline: raw features with header.",
            steps.Script(
                ScriptNames.DataCheckPreProcessing,
                steps.Processing,
                [],
                [new("scoring", scoring), new("model", approved.ModelDataUrl)],
                [new("data_check", ProjectSteps.Here(steps.Layout.BatchProcessed, "data_check"))]
            )
        );
}
