namespace MlopsBatch.Rehearsal;

/// <summary>The rehearsal can't be played: an input or an output folder is at fault. The message names it and the mend.</summary>
public sealed class RehearsalException(string message, Exception? inner = null) : Exception(message, inner);
