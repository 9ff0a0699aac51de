namespace MlopsBatch.ModelProjects;

/// <summary>
/// The SageMaker actions that a pipeline's role needs for each type of step, on what the step makes. Source: SageMaker
/// developer guide, "Pipelines IAM access management" (https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html)
/// and the Service Authorization Reference for the resource types.
/// </summary>
internal static class StepPermissions
{
    /// <summary>Step type to what it needs. A step that makes nothing needs nothing.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<StepPermission>> ByType { get; } =
        new Dictionary<string, IReadOnlyList<StepPermission>>
        {
            ["Processing"] = [Processing],
            ["QualityCheck"] = [Processing],
            ["Training"] = [Training],
            ["Tuning"] =
            [
                new(
                    "TuningJobs",
                    "hyper-parameter-tuning-job/*",
                    [
                        "sagemaker:AddTags",
                        "sagemaker:CreateHyperParameterTuningJob",
                        "sagemaker:DescribeHyperParameterTuningJob",
                        "sagemaker:ListTrainingJobsForHyperParameterTuningJob",
                        "sagemaker:StopHyperParameterTuningJob",
                    ]
                ),
                Training,
            ],
            ["Transform"] =
            [
                new(
                    "TransformJobs",
                    "transform-job/*",
                    ["sagemaker:AddTags", "sagemaker:CreateTransformJob", "sagemaker:DescribeTransformJob", "sagemaker:StopTransformJob"]
                ),
            ],
            ["Model"] = [new("ServingModels", "model/*", ["sagemaker:AddTags", "sagemaker:CreateModel", "sagemaker:DescribeModel"])],
            ["RegisterModel"] = [],
            ["Condition"] = [],
            ["Fail"] = [],
        };

    /// <summary>What the types of steps need together, in a stable order.</summary>
    public static IEnumerable<StepPermission> For(params string[] types) =>
        types
            .SelectMany(type => ByType[type])
            .DistinctBy(permission => permission.Sid)
            .OrderBy(permission => permission.Sid, StringComparer.Ordinal);

    private static StepPermission Processing =>
        new(
            "ProcessingJobs",
            "processing-job/*",
            ["sagemaker:AddTags", "sagemaker:CreateProcessingJob", "sagemaker:DescribeProcessingJob", "sagemaker:StopProcessingJob"]
        );

    private static StepPermission Training =>
        new(
            "TrainingJobs",
            "training-job/*",
            ["sagemaker:AddTags", "sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob"]
        );
}
