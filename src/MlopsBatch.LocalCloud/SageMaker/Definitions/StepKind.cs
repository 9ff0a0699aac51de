namespace MlopsBatch.LocalCloud.SageMaker.Definitions;

/// <summary>What the local cloud knows about one type of step.</summary>
/// <param name="Type">The step's Type.</param>
/// <param name="RequestShape">The API request that its Arguments are; null if they are none.</param>
/// <param name="FilledIn">The member of that request that the pipeline service fills in.</param>
/// <param name="ResponseShape">The API response whose members are its properties.</param>
/// <param name="OwnKeys">Step keys beyond those that every step has.</param>
internal sealed record StepKind(
    string Type,
    string? RequestShape,
    string? FilledIn,
    string? ResponseShape,
    params IReadOnlyList<string> OwnKeys
)
{
    private static readonly string[] CommonKeys = ["Name", "Type", "Arguments", "DependsOn", "DisplayName", "Description"];

    /// <summary>Every type that can be executed, by its name.</summary>
    public static readonly IReadOnlyDictionary<string, StepKind> All = new StepKind[]
    {
        new(
            "Processing",
            "CreateProcessingJobRequest",
            "ProcessingJobName",
            "DescribeProcessingJobResponse",
            "RetryPolicies",
            "CacheConfig",
            "PropertyFiles"
        ),
        new(
            "QualityCheck",
            "CreateProcessingJobRequest",
            "ProcessingJobName",
            "DescribeProcessingJobResponse",
            "CacheConfig",
            "CheckType",
            "ModelPackageGroupName",
            "SkipCheck",
            "FailOnViolation",
            "RegisterNewBaseline",
            "SuppliedBaselineStatistics",
            "SuppliedBaselineConstraints"
        ),
        new("Training", "CreateTrainingJobRequest", "TrainingJobName", "DescribeTrainingJobResponse", "RetryPolicies", "CacheConfig"),
        new(
            "Tuning",
            "CreateHyperParameterTuningJobRequest",
            "HyperParameterTuningJobName",
            "DescribeHyperParameterTuningJobResponse",
            "RetryPolicies",
            "CacheConfig"
        ),
        new("Transform", "CreateTransformJobRequest", "TransformJobName", "DescribeTransformJobResponse", "RetryPolicies", "CacheConfig"),
        new("Model", "CreateModelInput", "ModelName", "DescribeModelOutput", "RetryPolicies"),
        new("RegisterModel", "CreateModelPackageInput", null, "DescribeModelPackageOutput", "RetryPolicies"),
        new("Condition", null, null, null),
        new("Fail", null, null, null),
    }.ToDictionary(kind => kind.Type, StringComparer.Ordinal);

    /// <summary>Every key that such a step may have.</summary>
    public IEnumerable<string> Keys => CommonKeys.Concat(OwnKeys);
}
