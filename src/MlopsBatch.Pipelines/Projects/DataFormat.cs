namespace MlopsBatch.Pipelines;

/// <summary>What the CSV files look like.</summary>
public sealed record DataFormat
{
    /// <summary>The column to predict: <c>last</c>, <c>first</c>, its position from 0, or its name.</summary>
    public string Target { get; init; } = "last";

    /// <summary>Whether the first line holds the columns' names.</summary>
    public bool Header { get; init; }

    /// <summary>
    /// The column that identifies a record, by position from 0 or by name; null if there is none. It is never a
    /// feature; predictions and ground truth are joined by it.
    /// </summary>
    public string? RecordId { get; init; }
}
