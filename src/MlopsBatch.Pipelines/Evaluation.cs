using MlopsBatch.Pipelines.Definition;

namespace MlopsBatch.Pipelines;

/// <summary>The step that evaluates a new model on rows it has not seen, and what its report says.</summary>
internal sealed class Evaluation
{
    private const string Output = "evaluation";

    private static readonly PropertyFile Report = new("EvaluationReport", Output, S3Layout.Evaluation);

    private readonly ProjectSteps _steps;

    public Evaluation(ProjectSteps steps, Value<string> model, Value<string> test)
    {
        _steps = steps;
        Step = new ProcessingStep(
            StepNames.TrainingEvaluation,
            "Evaluates the model on the test rows, by the path that serves batches.",
            steps.Script(
                ScriptNames.Evaluation,
                steps.Processing,
                [steps.MetricOption, steps.ThresholdOption, ("--input-key", steps.InputKey)],
                [new("model", model), new(nameof(test), test)],
                [new(Output, ProjectSteps.Here(steps.Layout.TrainingEvaluations))]
            ),
            Report
        );
    }

    public ProcessingStep Step { get; }

    public Value<double> Metric => Step.Read<double>(Report, "metric.value");

    /// <summary>What predicting the mean, or the most frequent class, reaches.</summary>
    public Value<double> Naive => Step.Read<double>(Report, "metric.naive");

    /// <summary>One line, only of characters that a metadata value may have.</summary>
    public Value<string> Hyperparameters => Step.Read<string>(Report, "hyperparameters.summary");

    /// <summary>
    /// The training input's key, as metadata can hold it. The key itself may have characters that a registration is
    /// refused for, such as the parentheses of "data (1).csv".
    /// </summary>
    public Value<string> TrainingObjectKey => Step.Read<string>(Report, "lineage.trainingObjectKey");

    public Value<string> ReportUri => Text.Of($"{Step.Output(Output)}/{S3Layout.Evaluation}");

    public Condition IsGoodEnough =>
        _steps.Project.Metric.Direction == MetricDirection.LowerIsBetter
            ? Condition.AtMost(Metric, _steps.MetricThreshold)
            : Condition.AtLeast(Metric, _steps.MetricThreshold);

    public FailStep BelowThreshold()
    {
        var metric = _steps.Project.Metric;
        var bound = metric.Direction == MetricDirection.LowerIsBetter ? "at most" : "at least";
        return new FailStep(
            StepNames.MetricBelowThreshold,
            "Ends the execution: the model is not good enough to be registered.",
            Text.Of(
                $"Model {_steps.Project.Name}: {metric.Name} is {Metric}, needs {bound} {_steps.MetricThreshold} (naive baseline: {Naive}). No model version was registered."
            )
        );
    }
}
