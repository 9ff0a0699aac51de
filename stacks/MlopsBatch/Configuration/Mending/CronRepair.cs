using System.Globalization;

namespace MlopsBatch.Configuration.Mending;

/// <summary>Cron expressions of other schedulers, as EventBridge Scheduler has them.</summary>
internal static class CronRepair
{
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

    public static IEnumerable<string> Of(string cron)
    {
        var plain = cron.Trim();
        if (plain.StartsWith("cron(", StringComparison.Ordinal) && plain.EndsWith(')'))
        {
            plain = plain[5..^1].Trim();
            yield return plain;
        }

        var fields = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 5)
        {
            // Unix counts days of the week from Sunday = 0, AWS from Sunday = 1: names can't be misread.
            fields = [.. fields[..4], Named(fields[4]), "*"];
        }

        if (fields.Length == 6)
        {
            yield return string.Join(' ', fields);
            if (fields[4] == "*")
            {
                yield return string.Join(' ', fields[..4].Append("?").Append(fields[5]));
            }
            else if (fields[2] == "*")
            {
                yield return string.Join(' ', [fields[0], fields[1], "?", .. fields[3..]]);
            }
        }
    }

    private static string Named(string days) =>
        string.Concat(
            days.Select(sign =>
                sign is >= '0' and <= '7' ? Days[int.Parse([sign], CultureInfo.InvariantCulture)] : sign.ToString()
            )
        );
}
