namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>How an execution is started, beyond its parameters.</summary>
public sealed record StartOptions
{
    internal const int DefaultParallelSteps = 50;

    /// <summary>At most 82 letters, digits and hyphens.</summary>
    public string? DisplayName { get; init; }

    public string? Description { get; init; }

    /// <summary>ParallelismConfiguration: steps at the same time, 50 by default as in SageMaker.</summary>
    public int MaxParallelSteps { get; init; } = DefaultParallelSteps;

    /// <summary>
    /// Called at every change of a step, in order, never twice at once and in the background, as events are delivered.
    /// What it throws goes to <see cref="Activity.ActivityMonitor.Faults"/>.
    /// </summary>
    public Action<StepExecution>? StepChanged { get; init; }
}
