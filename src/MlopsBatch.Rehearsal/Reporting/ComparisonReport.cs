namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>A paired bootstrap on the same rows; a gain above 0 is an improvement, whatever the metric's direction.</summary>
/// <param name="Rows">Rows compared on.</param>
/// <param name="Confidence">Of the interval from <paramref name="Low"/> to <paramref name="High"/>.</param>
/// <param name="Gain">In the metric's unit; null if the metric is undefined.</param>
/// <param name="Low">The interval's lower end.</param>
/// <param name="High">The interval's upper end.</param>
/// <param name="SmallestVisibleGain">What a gain must exceed to be told from chance with these rows.</param>
/// <param name="EnoughRows">0: so few rows that not even a perfect model could be told from chance.</param>
/// <param name="RowsNeeded">About how many rows would tell a gain of this size, where these can't.</param>
public sealed record ComparisonReport(
    long Rows,
    double Confidence,
    double? Gain,
    double? Low,
    double? High,
    double? SmallestVisibleGain,
    int EnoughRows,
    long? RowsNeeded
);
