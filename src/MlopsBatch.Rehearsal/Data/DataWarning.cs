namespace MlopsBatch.Rehearsal.Data;

/// <summary>What a step script found odd, but allowed.</summary>
/// <param name="Step">The step that noticed it.</param>
/// <param name="Kind">A short name that doesn't change, such as <c>missing-values</c>.</param>
/// <param name="Column">The column; null if it is about no single one.</param>
/// <param name="Count">Rows, cells or values; null if nothing is counted.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record DataWarning(string Step, string Kind, string? Column, long? Count, string Message);
