using MlopsBatch.Pipelines.Definition.Steps;
using MlopsBatch.Pipelines.Definition.Values;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Pipelines;

/// <summary>The step that compares predictions with the truth, if there is any for the batch, and what follows from it.</summary>
internal sealed class ModelQuality
{
    private const string Output = "model_quality";

    private static readonly PropertyFile Report = new("ModelQualityReport", Output, S3Layout.ModelQualityReport);

    private readonly PipelineContext _context;

    public ModelQuality(PipelineContext context, ApprovedModel approved, Value<string> predictions, ProcessingStep prepare)
    {
        _context = context;
        Step = new ProcessingStep(
            StepNames.ModelQualityCalculation,
            "Joins predictions with the ground truth, if there is any for this batch, and calculates the metric.",
            context.Script(
                ScriptNames.ModelQuality,
                context.Monitoring,
                [
                    context.MetricOption,
                    context.ThresholdOption,
                    context.ConfidenceOption,
                    context.HeaderOption,
                    context.TargetOption,
                    context.RecordIdOption,
                ],
                [
                    new("predictions", predictions),
                    new("scoring", prepare.Output("scoring")),
                    new("findings", prepare.Output("findings")),
                    new("ground-truth", context.Layout.GroundTruth.Uri),
                    new("model", approved.ModelDataUrl),
                ],
                [
                    new(Output, PipelineContext.Here(context.Layout.ModelQuality)),
                    new("combined", PipelineContext.Here(context.Layout.BatchCombined)),
                ]
            ),
            Report
        );
    }

    public ProcessingStep Step { get; }

    /// <param name="after">The drift check: a Fail step ends the execution, and must not swallow its result.</param>
    public ConditionStep Condition(Step after) =>
        new(
            StepNames.ModelQualityCondition,
            "Ends the execution as failed only if there was truth and the metric misses the threshold.",
            Definition.Condition.Equal<int>(Step.Read<int>(Report, "violated"), 1)
        )
        {
            DependsOn = [after],
            IfSteps = [Violation()],
        };

    private FailStep Violation()
    {
        return new FailStep(
            StepNames.ModelQualityViolation,
            "Ends the execution: the model's quality is no longer good enough. Starts the search for better hyperparameters.",
            Text.Of(
                $"Model {_context.Project.Name} on {_context.InputKey}: {Step.Read<string>(Report, "verdict")}. The batch is "
                    + $"scored; training with HPO follows."
            )
        );
    }
}
