namespace MlopsBatch.Pipelines.Projects;

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

    /// <summary>Columns that are no features, by position from 0 or by name.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>What stands for a missing value beside an empty field, such as <c>?</c>.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What stands between columns: one character.</summary>
    public string Separator { get; init; } = ",";

    /// <summary>A point or a comma.</summary>
    public string Decimal { get; init; } = ".";

    /// <summary>Of two classes the one that f1, precision and recall speak of; null: the rarer one in training.</summary>
    public string? PositiveClass { get; init; }
}
