using System.Globalization;
using MlopsBatch.Aws;
using Quartz;

namespace MlopsBatch.LocalCloud.Scheduler;

/// <summary>
/// When a schedule fires. Cron has AWS's letters (six fields: minutes, hours, day of month, month, day of week, year).
/// Source: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
/// </summary>
public sealed class ScheduleExpression
{
    private readonly Func<DateTimeOffset, DateTimeOffset?> _next;

    private ScheduleExpression(Func<DateTimeOffset, DateTimeOffset?> next) => _next = next;

    /// <exception cref="CloudException">ValidationException.</exception>
    public static ScheduleExpression Parse(string text, string timeZone)
    {
        try
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
            var open = text.IndexOf('(', StringComparison.Ordinal);
            var inner =
                open > 0 && text.EndsWith(')') ? text[(open + 1)..^1] : throw new FormatException("it is no cron(…), rate(…) or at(…)");
            return text[..open] switch
            {
                "cron" => Cron(inner, zone),
                "rate" => Rate(inner),
                "at" => At(inner, zone),
                _ => throw new FormatException("it is no cron(…), rate(…) or at(…)"),
            };
        }
        catch (Exception fault) when (fault is FormatException or TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new CloudException("ValidationException", $"The schedule '{text}' in '{timeZone}' can't be read: {fault.Message}", fault);
        }
    }

    /// <summary>The next time after a moment; null if there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after) => _next(after);

    private static ScheduleExpression Cron(string fields, TimeZoneInfo zone)
    {
        if (AwsCron.Complaint(fields) is { } complaint)
        {
            throw new FormatException(complaint);
        }
        var cron = new CronExpression("0 " + fields, zone);
        return new(after => cron.GetNextValidTimeAfter(after));
    }

    private static ScheduleExpression Rate(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var count = int.Parse(words[0], NumberStyles.None, CultureInfo.InvariantCulture);
        var step = words[^1].TrimEnd('s') switch
        {
            "minute" => TimeSpan.FromMinutes(count),
            "hour" => TimeSpan.FromHours(count),
            "day" => TimeSpan.FromDays(count),
            var unit => throw new FormatException($"'{unit}' is no unit; minutes, hours and days are"),
        };
        return new(after => after + step);
    }

    private static ScheduleExpression At(string text, TimeZoneInfo zone)
    {
        var local = DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        var moment = new DateTimeOffset(local, zone.GetUtcOffset(local));
        return new(after => moment > after ? moment : null);
    }
}
