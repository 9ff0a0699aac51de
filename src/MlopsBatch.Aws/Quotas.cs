namespace MlopsBatch.Aws;

/// <summary>AWS's quotas on what a stack declares.</summary>
public static class Quotas
{
    private const string EventBridge = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html";
    private const string Iam = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
    private const string S3 = "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html";
    private const string SageMaker = "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePipeline.html";

    /// <summary>Targets of one rule.</summary>
    public static Quota TargetsPerRule { get; } = new(5, "targets", false, EventBridge);

    /// <summary>Length of an event pattern.</summary>
    public static Quota EventPattern { get; } = new(2_048, "characters", true, EventBridge);

    /// <summary>Rules of one bus that have a wildcard filter.</summary>
    public static Quota WildcardRules { get; } = new(30, "rules", false, EventBridge);

    /// <summary>Length of a bus's policy.</summary>
    public static Quota EventBusPolicy { get; } = new(10_240, "bytes", false, EventBridge);

    /// <summary>Length of a function's policy: all permissions that others have on it.</summary>
    public static Quota FunctionPolicy { get; } =
        new(20_480, "bytes", false, "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html");

    /// <summary>Length of a log group's resource policy.</summary>
    public static Quota LogResourcePolicy { get; } =
        new(5_120, "bytes", false, "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html");

    /// <summary>Length of a managed policy, without white space.</summary>
    public static Quota ManagedPolicy { get; } = new(6_144, "characters", false, Iam);

    /// <summary>Length of all of a role's inline policies together, without white space.</summary>
    public static Quota RolePolicies { get; } = new(10_240, "characters", false, Iam);

    /// <summary>Length of a role's trust policy.</summary>
    public static Quota TrustPolicy { get; } = new(2_048, "characters", true, Iam);

    /// <summary>Managed policies that are attached to one role.</summary>
    public static Quota PoliciesPerRole { get; } = new(10, "managed policies", true, Iam);

    /// <summary>Length of a role's name.</summary>
    public static Quota RoleName { get; } = new(64, "characters", false, Iam);

    /// <summary>Roles of an account.</summary>
    public static Quota Roles { get; } = new(1_000, "roles", true, Iam);

    /// <summary>Managed policies of one's own in an account.</summary>
    public static Quota ManagedPolicies { get; } = new(1_500, "managed policies", true, Iam);

    /// <summary>Length of a key's policy.</summary>
    public static Quota KeyPolicy { get; } =
        new(32_768, "bytes", false, "https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html");

    /// <summary>Length of a bucket's policy.</summary>
    public static Quota BucketPolicy { get; } =
        new(20_480, "bytes", false, "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html");

    /// <summary>Lifecycle rules of one bucket.</summary>
    public static Quota LifecycleRules { get; } = new(1_000, "lifecycle rules", false, S3);

    /// <summary>Length of a lifecycle rule's id.</summary>
    public static Quota LifecycleRuleId { get; } =
        new(255, "characters", false, "https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html");

    /// <summary>Length of a topic's policy.</summary>
    public static Quota TopicPolicy { get; } =
        new(30_720, "bytes", false, "https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html");

    /// <summary>Values of a subscription's filter policy, all keys' together.</summary>
    public static Quota FilterValues { get; } =
        new(150, "values", false, "https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html");

    /// <summary>Length of a queue's policy.</summary>
    public static Quota QueuePolicy { get; } =
        new(8_192, "bytes", false, "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html");

    /// <summary>Length of a model package group's resource policy.</summary>
    public static Quota ModelPackageGroupPolicy { get; } =
        new(20_480, "characters", false, "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_PutModelPackageGroupPolicy.html");

    /// <summary>Length of a pipeline's definition that is handed over inline.</summary>
    public static Quota PipelineDefinition { get; } = new(1_048_576, "characters", false, SageMaker);

    /// <summary>Rules of one bus, by region.</summary>
    public static Quota RulesPerBus(string region) => new(region is "af-south-1" or "eu-south-1" ? 100 : 300, "rules", true, EventBridge);
}
