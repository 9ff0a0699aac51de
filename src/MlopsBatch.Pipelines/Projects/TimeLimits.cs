namespace MlopsBatch.Pipelines.Projects;

/// <summary>How long a job may run before SageMaker stops it, in seconds.</summary>
public sealed record TimeLimits
{
    /// <summary>1 to 777600 (9 days).</summary>
    public int ProcessingSeconds { get; init; } = 3600;

    /// <summary>Of one training job, also of one trial while tuning; 1 to 2419200 (28 days).</summary>
    public int TrainingSeconds { get; init; } = 7200;

    /// <summary>Of a tuning job with all of its trials; 120 to 15768000 (half a year).</summary>
    public int TuningSeconds { get; init; } = 43200;

    /// <summary>1 to 777600 (9 days).</summary>
    public int MonitoringSeconds { get; init; } = 3600;

    /// <summary>Of one request of a batch transform job; 1 to 3600.</summary>
    public int TransformInvocationSeconds { get; init; } = 600;
}
