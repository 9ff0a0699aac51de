namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>One step of an execution.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Type">Its type in the definition.</param>
/// <param name="Status">How it ended.</param>
/// <param name="StartSeconds">When it started, from the rehearsal's start.</param>
/// <param name="Seconds">Wall time; 0 if it never started.</param>
/// <param name="FailureReason">Why it failed, else null.</param>
public sealed record StepReport(string Name, string Type, string Status, double StartSeconds, double Seconds, string? FailureReason);
