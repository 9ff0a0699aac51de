using System.Globalization;
using System.Text.RegularExpressions;

namespace MlopsBatch.Aws;

/// <summary>
/// Reads EventBridge Scheduler's cron expressions: minute hour day-of-month month day-of-week year
/// (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based).
/// </summary>
public static partial class AwsCron
{
    private static readonly CronField[] Fields =
    [
        new("minute", 0, 59, [], ""),
        new("hour", 0, 23, [], ""),
        new("day-of-month", 1, 31, [], "?LW"),
        new("month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], ""),
        new("day-of-week", 1, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"], "?L#"),
        new("year", 1970, 2199, [], ""),
    ];

    /// <summary>What is wrong with the expression, or null if nothing is.</summary>
    public static string? Complaint(string expression)
    {
        var parts = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Fields.Length)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"which has {parts.Length} fields, needs 6 (minute hour day-of-month month day-of-week year)"
            );
        }

        foreach (var (field, part) in Fields.Zip(parts))
        {
            if (!field.Allows(part))
            {
                return $"whose {field.Name} \"{part}\" is out of range, needs {field.Least} to {field.Most}";
            }
        }

        if (parts[2] == "?" == (parts[4] == "?"))
        {
            return "needs '?' in exactly one of day-of-month and day-of-week";
        }

        return ImpossibleDay(parts[2], parts[3]) ? $"never fires: no month of \"{parts[3]}\" has a day {parts[2]}" : null;
    }

    private static bool ImpossibleDay(string day, string month) =>
        int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && month.Split(',') is var months
        && months.All(one => Fields[3].Number(one) is { } m && number > DateTime.DaysInMonth(2024, m));

    /// <summary>One field: its bounds, the names that stand for numbers, and the special signs it takes.</summary>
    private sealed record CronField(string Name, int Least, int Most, string[] Names, string Signs)
    {
        public bool Allows(string text) => text.Split(',').All(AllowsItem);

        public int? Number(string text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : Array.IndexOf(Names, text.ToUpperInvariant()) is var index and >= 0 ? index + 1
            : null;

        private bool AllowsItem(string item)
        {
            if (item == "*" || (item == "?" && Signs.Contains('?')))
            {
                return true;
            }

            if (Signs.Contains('L') && (item == "L" || (Signs.Contains('#') && item.EndsWith('L') && In(item[..^1]))))
            {
                return true;
            }

            if (Signs.Contains('W') && (item == "LW" || (item.EndsWith('W') && In(item[..^1]))))
            {
                return true;
            }

            if (Signs.Contains('#') && NthWeekday().Match(item) is { Success: true } nth)
            {
                return In(nth.Groups[1].Value);
            }

            var step = item.Split('/');
            if (
                step.Length > 2
                || (
                    step.Length == 2
                    && !(int.TryParse(step[1], NumberStyles.None, CultureInfo.InvariantCulture, out var by) && by > 0 && by <= Most)
                )
            )
            {
                return false;
            }

            if (step[0] == "*")
            {
                return true;
            }

            var range = step[0].Split('-');
            return range.Length <= 2 && range.All(In) && (range.Length == 1 || Number(range[0]) <= Number(range[1]));
        }

        private bool In(string text) => Number(text) is { } number && number >= Least && number <= Most;
    }

    [GeneratedRegex("^([A-Za-z0-9]+)#[1-5]\\z")]
    private static partial Regex NthWeekday();
}
