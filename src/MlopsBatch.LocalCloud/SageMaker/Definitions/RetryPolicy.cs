namespace MlopsBatch.LocalCloud.SageMaker.Definitions;

/// <summary>
/// When a step is tried again.
/// Source: https://docs.aws.amazon.com/sagemaker/latest/dg/pipelines-retry-policy.html
/// </summary>
/// <param name="ExceptionTypes">For example SageMaker.CAPACITY_ERROR.</param>
/// <param name="Interval">Wait before the first retry; 1 second by default.</param>
/// <param name="BackoffRate">Factor on the wait after each retry; 2 by default.</param>
/// <param name="MaxAttempts">Retries after the first try, or null if time is the limit.</param>
/// <param name="ExpireAfter">No retry after this time since the step's start, or null if their number is the limit.</param>
internal sealed record RetryPolicy(
    IReadOnlyList<string> ExceptionTypes,
    TimeSpan Interval,
    double BackoffRate,
    int? MaxAttempts,
    TimeSpan? ExpireAfter
)
{
    /// <summary>Every exception type that a policy may name.</summary>
    public static readonly IReadOnlyList<string> KnownExceptions =
    [
        "Step.SERVICE_FAULT",
        "Step.THROTTLING",
        "SageMaker.JOB_INTERNAL_ERROR",
        "SageMaker.CAPACITY_ERROR",
        "SageMaker.RESOURCE_LIMIT",
    ];
}
