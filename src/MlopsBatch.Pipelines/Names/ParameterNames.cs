namespace MlopsBatch.Pipelines;

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
    public const string SkipDataQualityCheck = "SkipDataQualityCheck";
    public const string RegisterNewDataQualityBaseline = "RegisterNewDataQualityBaseline";
    public const string ModelApprovalStatus = "ModelApprovalStatus";
}
