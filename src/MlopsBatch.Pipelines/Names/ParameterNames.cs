using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines.Names;

/// <summary>
/// The names of the pipeline parameters. None has an underscore: an EventBridge target takes only letters, digits
/// and hyphens (SageMakerPipelineParameter, EventBridge API reference).
/// </summary>
public static class ParameterNames
{
    /// <summary>The object's key, or a prefix of keys, in the project's bucket; without the bucket's name.</summary>
    public const string InputKey = "InputKey";

    public const string ProcessingInstanceType = "ProcessingInstanceType";
    public const string ProcessingInstanceCount = "ProcessingInstanceCount";
    public const string TrainingInstanceType = "TrainingInstanceType";
    public const string TrainingInstanceCount = "TrainingInstanceCount";
    public const string TransformInstanceType = "TransformInstanceType";
    public const string TransformInstanceCount = "TransformInstanceCount";
    public const string MonitoringInstanceType = "MonitoringInstanceType";
    public const string MonitoringInstanceCount = "MonitoringInstanceCount";
    public const string MetricThreshold = "MetricThreshold";

    /// <summary>
    /// Batch inference: true scores without comparing. Training: false compares the training data with the latest approved
    /// version's baseline, which the engine <see cref="DataQualityEngine.Script"/> does not have at hand and so never does.
    /// </summary>
    public const string SkipDataQualityCheck = "SkipDataQualityCheck";

    /// <summary>
    /// Training: false gives the new version the latest approved version's baseline in place of its own; with the engine
    /// <see cref="DataQualityEngine.Script"/> it always has its own. Batch inference registers nothing.
    /// </summary>
    public const string RegisterNewDataQualityBaseline = "RegisterNewDataQualityBaseline";
    public const string ModelApprovalStatus = "ModelApprovalStatus";
}
