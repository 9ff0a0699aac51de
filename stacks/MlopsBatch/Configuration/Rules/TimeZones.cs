using System.Text.RegularExpressions;
using MlopsBatch.Aws;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration.Rules;

/// <summary>Names of time zones as IANA and EventBridge Scheduler have them.</summary>
internal static partial class TimeZones
{
    /// <summary>Whether the machine knows the zone; where it carries no zone data at all, the name's shape has to do.</summary>
    public static bool IsKnown(string name) =>
        name == "UTC"
        || (
            TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out _)
                ? TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && zone.Id == name
                : IanaShape().IsMatch(name)
        );

    /// <summary>The zone that was probably meant.</summary>
    public static string? Nearest(string name) =>
        Spelling.Nearest(name.Trim(), Known()) is { } nearest
        // There are so many of them that some is always near.
        && NearestName.Distance(name.Trim().ToUpperInvariant(), nearest.ToUpperInvariant()) <= 2
            ? nearest
            : null;

    private static IEnumerable<string> Known() =>
        TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId).Select(zone => zone.Id);

    [GeneratedRegex("^[A-Z][A-Za-z]+(/[A-Za-z0-9_+-]+){1,2}\\z")]
    private static partial Regex IanaShape();
}
