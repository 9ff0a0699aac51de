namespace MlopsBatch.LocalCloud.SageMaker.Jobs;

/// <summary>Does what one type of step does.</summary>
internal interface IStepRunner
{
    /// <exception cref="Executions.StepFailedException">The step failed.</exception>
    /// <exception cref="CloudException">A service refused what the step asked for.</exception>
    Task<StepOutcome> RunAsync(StepRun run, CancellationToken cancellation);
}
