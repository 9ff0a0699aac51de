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

        var context = new PipelineContext(project, project.DefaultInferenceKey ?? project.Layout.InferenceData.Prefix);
        return approved is null ? NoApprovedModel(context) : Scoring(context, approved);
    }

    private static PipelineDefinition NoApprovedModel(PipelineContext context) =>
        new(
            new FailStep(
                StepNames.NoApprovedModel,
                "Stands in for batch inference while no model version is approved.",
                Text.Of(
                    $"Model {context.Project.Name}: no version in the group {context.Project.ModelPackageGroup} is approved, "
                        + $"so {context.InputKey} was not scored. Approve a version; the deployment that follows puts batch "
                        + $"inference in place. Then start this pipeline again."
                )
            )
        );

    private static PipelineDefinition Scoring(PipelineContext context, ApprovedModel approved)
    {
        var prepare = Prepare(context, approved);
        var scoring = prepare.Output("scoring");
        var model = new ModelStep(
            StepNames.CreateModel,
            $"Makes a model out of the approved version {approved.Version}.",
            context.Settings,
            approved.ModelPackageArn
        );
        var score = Score(context, model.ModelName, scoring);
        var quality = new ModelQuality(context, approved, score.Predictions, prepare);
        var drift = PrepareDriftCheck(context, approved, scoring);
        var dataQuality = DataQualitySteps.Check(context, drift.Output("data_check"), approved).Step;
        return new PipelineDefinition(prepare, model, score, quality.Step, drift, dataQuality, quality.Condition(after: dataQuality));
    }

    private static ProcessingStep Prepare(PipelineContext context, ApprovedModel approved) =>
        new(
            StepNames.DataPreProcessing,
            "Brings the batch's columns into the order that the approved model was trained with.",
            context.Script(
                ScriptNames.ScoringPreProcessing,
                context.Processing,
                [
                    context.HeaderOption,
                    context.RecordIdOption,
                    ("--input-key", context.InputKey),
                    ("--raw-prefix", context.Layout.InferenceData.Prefix),
                ],
                [new("raw", context.InputUri), new("model", approved.ModelDataUrl)],
                [
                    new("scoring", PipelineContext.Here(context.Layout.BatchProcessed, "scoring")),
                    new("findings", PipelineContext.Here(context.Layout.BatchProcessed, "findings")),
                ]
            )
        );

    private static TransformStep Score(PipelineContext context, Value<string> modelName, Value<string> scoring) =>
        new(StepNames.BatchInference, "Scores the prepared rows.", context.Settings)
        {
            Cluster = context.Transform,
            ModelName = modelName,
            Input = scoring,
            OutputPath = PipelineContext.Here(context.Layout.BatchResults),
            // The prepared rows start with the record id, if there is one: no feature.
            InputFilter = context.Project.Data.RecordId is null ? null : "$[1:]",
            InvocationSeconds = context.Project.TimeLimits.TransformInvocationSeconds,
        };

    private static ProcessingStep PrepareDriftCheck(PipelineContext context, ApprovedModel approved, Value<string> scoring) =>
        new(
            StepNames.DataCheckPreProcessing,
            "Gives the batch the layout of the baseline: raw features with header.",
            context.Script(
                ScriptNames.DataCheckPreProcessing,
                context.Processing,
                [],
                [new("scoring", scoring), new("model", approved.ModelDataUrl)],
                [new("data_check", PipelineContext.Here(context.Layout.BatchProcessed, "data_check"))]
            )
        );
}
