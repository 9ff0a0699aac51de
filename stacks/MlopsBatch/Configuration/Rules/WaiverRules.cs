using System.Globalization;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;

namespace MlopsBatch.Configuration.Rules;

/// <summary>A waiver ends on a day that the calendar has.</summary>
internal static class WaiverRules
{
    public static IEnumerable<SettingsFinding> Check(Settings settings) =>
        settings
            .Waivers.Index()
            .Where(waiver =>
                waiver.Item.Until.Length > 0
                && !DateOnly.TryParseExact(waiver.Item.Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            )
            .Select(waiver =>
                SettingsFaults.Shape(
                    SettingsPath.Root.Key("waivers").Index(waiver.Index).Key("until"),
                    waiver.Item.Until,
                    "a day of the calendar",
                    "2027-01-31",
                    []
                )
            );
}
