namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>One row of the closed loop.</summary>
/// <param name="Passed">Whether all that was expected of it was seen.</param>
/// <param name="Evidence">What was expected, and what was seen.</param>
public sealed record LoopRowReport(bool Passed, IReadOnlyList<string> Evidence);
