namespace MlopsBatch.LocalCloud.Logs;

/// <summary>A line of a log group.</summary>
/// <param name="Group">The group's name.</param>
/// <param name="Stream">The stream's name.</param>
/// <param name="Time">When it was written.</param>
/// <param name="Message">The line.</param>
public sealed record LogLine(string Group, string Stream, DateTimeOffset Time, string Message);
