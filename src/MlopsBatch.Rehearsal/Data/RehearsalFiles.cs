namespace MlopsBatch.Rehearsal.Data;

/// <summary>What was made, as paths below one folder.</summary>
/// <param name="Training">The training data.</param>
/// <param name="CleanBatch">Rows that training never sees, without the target.</param>
/// <param name="CleanTruth">Their truth.</param>
/// <param name="DriftedBatch">Rows that have drifted.</param>
/// <param name="DriftedTruth">A truth that the model can't meet.</param>
/// <param name="SubtleBatch">The clean rows with one number moved by half its standard deviation.</param>
/// <param name="SubtleTruth">Their truth.</param>
internal sealed record RehearsalFiles(
    string Training,
    string CleanBatch,
    string? CleanTruth,
    string DriftedBatch,
    string DriftedTruth,
    string SubtleBatch,
    string SubtleTruth
);
