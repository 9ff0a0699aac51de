
namespace MlopsBatch.Pipelines.Names;

/// <summary>
/// The names of the pipeline steps. They are a contract: they stand in event rules, mails and people's heads,
/// so they are typed once, here, and never change.
/// </summary>
public static class StepNames
{
    public const string TrainingPreProcess = "TrainingPreProcessStep";

    /// <summary>In training it makes the baseline; in batch inference it compares the batch with the baseline.</summary>
    public const string DataQualityCheck = "DataQualityCheckStep";

    public const string Training = "TrainingStep";
    public const string Tuning = "HPTuning";
    public const string TrainingEvaluation = "TrainingEval";
    public const string MetricCondition = "MetricCondition";
    public const string ModelRegister = "ModelRegisterStep";

    /// <summary>The Fail step that ends a training whose metric misses the threshold.</summary>
    public const string MetricBelowThreshold = "MetricBelowThreshold";

    public const string DataPreProcessing = "DataPreProcessingStep";
    public const string CreateModel = "CreateModelStep";
    public const string BatchInference = "BatchInferenceStep";
    public const string ModelQualityCalculation = "ModelQualityCalcStep";
    public const string ModelQualityCondition = "ModelQualityCondition";

    /// <summary>The Fail step that only a violated quality threshold reaches; its event starts the HPO pipeline.</summary>
    public const string ModelQualityViolation = "ModelQualityViolation";

    public const string DataCheckPreProcessing = "DataCheckPreProcessingStep";

    /// <summary>The Fail step that is the whole batch inference pipeline while no model version is approved.</summary>
    public const string NoApprovedModel = "NoApprovedModel";

    /// <summary>Every name, for validating what a configuration says about steps.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        TrainingPreProcess,
        DataQualityCheck,
        Training,
        Tuning,
        TrainingEvaluation,
        MetricCondition,
        ModelRegister,
        MetricBelowThreshold,
        DataPreProcessing,
        CreateModel,
        BatchInference,
        ModelQualityCalculation,
        ModelQualityCondition,
        ModelQualityViolation,
        DataCheckPreProcessing,
        NoApprovedModel,
    ];
}
