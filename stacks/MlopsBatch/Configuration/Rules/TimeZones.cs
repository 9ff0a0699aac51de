using System.Text.RegularExpressions;

namespace MlopsBatch.Configuration.Rules;

/// <summary>Names of time zones as IANA and EventBridge Scheduler have them.</summary>
internal static partial class TimeZones
{
    /// <summary>Whether the machine knows the zone; where it carries no zone data at all, the name's shape has to do.</summary>
    public static bool IsKnown(string name) =>
        name == "UTC"
        || (
            TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out _)
                ? TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId
                : IanaShape().IsMatch(name)
        );

    [GeneratedRegex("^[A-Z][A-Za-z]+(/[A-Za-z0-9_+-]+){1,2}\\z")]
    private static partial Regex IanaShape();
}
