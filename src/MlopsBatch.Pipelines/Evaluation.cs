using MlopsBatch.Pipelines.Definition;
using MlopsBatch.Pipelines.Definition.Steps;
using MlopsBatch.Pipelines.Definition.Values;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Pipelines;

/// <summary>The step that evaluates a new model on rows it has not seen, and what its report says.</summary>
internal sealed class Evaluation
{
    private const string Output = "evaluation";
    private const string Chosen = "model";

    private static readonly PropertyFile Report = new("EvaluationReport", Output, S3Layout.Evaluation);

    private readonly PipelineContext _context;

    /// <param name="context">What the project's steps have in common.</param>
    /// <param name="model">URI of the model's archive; after a tuning, of the best trial's.</param>
    /// <param name="tuning">After a tuning: what else is judged. Null: the model is the only one.</param>
    /// <param name="test">URI of the test rows.</param>
    public Evaluation(PipelineContext context, Value<string> model, TuningResult? tuning, Value<string> test)
    {
        _context = context;
        ProcessingInput[] compared = tuning is null ? [] : [new("fixed", tuning.FixedModel), new("trials", tuning.Trials)];
        ProcessingOutput[] chosen = tuning is null ? [] : [new(Chosen, PipelineContext.Here(context.Layout.TrainingModels, "chosen"))];
        Step = new ProcessingStep(
            StepNames.TrainingEvaluation,
            "Evaluates the model on the test rows, by the path that serves batches.",
            context.Script(
                ScriptNames.Evaluation,
                context.Processing,
                [context.MetricOption, context.ThresholdOption, context.ConfidenceOption, ("--input-key", context.InputKey)],
                [new("model", model), new(nameof(test), test), .. compared],
                [new(Output, PipelineContext.Here(context.Layout.TrainingEvaluations)), .. chosen]
            ),
            Report
        );
        Model = tuning is null ? model : Text.Of($"{Step.Output(Chosen)}/{S3Layout.ModelArchive}");
    }

    /// <summary>URI of the model to register: after a tuning, of the better one on the test rows.</summary>
    public Value<string> Model { get; }

    public ProcessingStep Step { get; }

    public Value<double> Metric => Step.Read<double>(Report, "metric.value");

    /// <summary>What the best answer that needs no feature reaches on the same rows.</summary>
    public Value<double> Naive => Step.Read<double>(Report, "metric.naive");

    /// <summary>One line, only of characters that a metadata value may have.</summary>
    public Value<string> Hyperparameters => Step.Read<string>(Report, "hyperparameters.summary");

    /// <summary><see cref="MetadataKeys.ReviewRequired"/> if the hyperparameters are no longer the fixed ones.</summary>
    public Value<string> Review => Step.Read<string>(Report, "hyperparameters.review");

    /// <summary>
    /// The training input's key, as metadata can hold it. The key itself may have characters that a registration is
    /// refused for, such as the parentheses of "data (1).csv".
    /// </summary>
    public Value<string> TrainingObjectKey => Step.Read<string>(Report, "lineage.trainingObjectKey");

    /// <summary>What else the version's metadata says of the evaluation, in the script's own words.</summary>
    /// <param name="key">One of <see cref="MetadataKeys.Comparison"/>, Choice, Trials, PositiveClass and Warnings.</param>
    public Value<string> InWords(string key) => Step.Read<string>(Report, $"registration.{key}");

    public Value<string> ReportUri => Text.Of($"{Step.Output(Output)}/{S3Layout.Evaluation}");

    /// <summary>
    /// The threshold is met, and the naive baseline beaten beyond chance. The script says so in flags: a metric that the test rows
    /// leave undefined has no value, and a condition on none would fail the execution.
    /// </summary>
    public IReadOnlyList<Condition> IsGoodEnough =>
        [
            Condition.Equal<int>(Step.Read<int>(Report, "metric.meetsThreshold"), 1),
            Condition.Equal<int>(Step.Read<int>(Report, "metric.betterThanNaive"), 1),
        ];

    public FailStep BelowThreshold() =>
        new(
            StepNames.MetricBelowThreshold,
            "Ends the execution: the model is not good enough to be registered.",
            Text.Of($"Model {_context.Project.Name}: {Step.Read<string>(Report, "metric.verdict")}. No model version was registered.")
        );
}
