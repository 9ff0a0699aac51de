namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>The training data's size.</summary>
/// <param name="Source">The file that was given, or the name of the default data set.</param>
/// <param name="Rows">Training rows, without header.</param>
/// <param name="Columns">Columns, with the target.</param>
public sealed record DataReport(string Source, long Rows, int Columns);
