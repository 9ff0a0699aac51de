using System.Globalization;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Lambda.Notifications.Text;

/// <summary>Numbers and times as people read them, independent of the machine's culture.</summary>
internal static class Figures
{
    /// <inheritdoc cref="Figure.Of(double?)"/>
    public static string Number(double value) => Figure.Of(value);

    /// <inheritdoc cref="Figure.Beside"/>
    public static string Number(double value, double? beside) => Figure.Beside(value, beside);

    /// <summary>A number in text, shortened; other text as it is.</summary>
    public static string? Number(string? text) => Parse(text) is { } value ? Number(value) : text;

    public static double? Parse(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>An ISO 8601 time in UTC to the minute; other text as it is.</summary>
    public static string? Time(string? text) =>
        ParseTime(text) is { } time ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : text;

    /// <summary>How long something took, or null if an end is unknown.</summary>
    public static string? Duration(string? start, string? end)
    {
        if (ParseTime(start) is not { } from || ParseTime(end) is not { } to || to < from)
        {
            return null;
        }

        var span = to - from;
        return span.TotalMinutes < 1 ? $"{span.Seconds} s"
            : span.TotalHours < 1 ? $"{span.Minutes} min {span.Seconds} s"
            : $"{(int)span.TotalHours} h {span.Minutes} min";
    }

    private static DateTimeOffset? ParseTime(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
