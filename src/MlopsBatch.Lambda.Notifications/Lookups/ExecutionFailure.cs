namespace MlopsBatch.Lambda.Notifications.Lookups;

/// <summary>Why an execution failed.</summary>
/// <param name="Reason">What SageMaker says of the execution as a whole, if anything.</param>
/// <param name="Steps">The failed steps in the order in which they ended.</param>
public sealed record ExecutionFailure(string? Reason, IReadOnlyList<FailedStep> Steps);
