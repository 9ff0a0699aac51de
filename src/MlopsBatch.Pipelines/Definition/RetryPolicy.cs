using System.Text.Json.Nodes;

namespace MlopsBatch.Pipelines.Definition;

/// <summary>When SageMaker tries a step again.</summary>
/// <param name="IntervalSeconds">The wait before the first retry.</param>
/// <param name="BackoffRate">What the wait is multiplied with each time.</param>
/// <param name="MaxAttempts">1 to 20.</param>
/// <param name="Exceptions">What is retried.</param>
public sealed record RetryPolicy(int IntervalSeconds, double BackoffRate, int MaxAttempts, params IReadOnlyList<string> Exceptions)
{
    /// <summary>The control plane is slow or unwell: a step of any kind.</summary>
    private static readonly RetryPolicy Step = new(10, 2.0, 6, "Step.SERVICE_FAULT", "Step.THROTTLING");

    /// <summary>No machines at the moment, or all of the account's in use: it takes longer (in all about 2 hours).</summary>
    private static readonly RetryPolicy Capacity = new(60, 2.0, 7, "SageMaker.CAPACITY_ERROR", "SageMaker.RESOURCE_LIMIT");

    private static readonly RetryPolicy Internal = new(30, 2.0, 3, "SageMaker.JOB_INTERNAL_ERROR");

    /// <summary>For steps that only call an API.</summary>
    public static IReadOnlyList<RetryPolicy> ForCalls { get; } = [Step];

    /// <summary>For steps that run a job.</summary>
    public static IReadOnlyList<RetryPolicy> ForJobs { get; } = [Step, Capacity, Internal];

    internal JsonObject ToJson() =>
        Json.Object(
            ("BackoffRate", Json.Scalar(BackoffRate)),
            ("IntervalSeconds", IntervalSeconds),
            ("MaxAttempts", MaxAttempts),
            ("ExceptionType", Json.Array(Exceptions))
        );
}
