using MlopsBatch.Configuration.Mending;

namespace MlopsBatch.Configuration.Rules;

/// <summary>
/// The rules that see more than one value. Each reports all that it finds and trips over nothing that the binder has reported.
/// </summary>
internal static class SettingsRules
{
    public static IReadOnlyList<Func<Settings, StackFacts, IEnumerable<SettingsFinding>>> All { get; } =
    [
        (settings, _) => NameRules.Check(settings),
        (settings, _) => AccountRules.Check(settings),
        (settings, _) => ScheduleRules.Check(settings),
        (settings, _) => ModelRules.Check(settings),
        NotificationRules.Check,
        (settings, _) => ReviewRules.Check(settings),
        RegionRules.Check,
        RunRules.Check,
        PlaceRules.Check,
        (settings, _) => WaiverRules.Check(settings),
        (settings, _) => QuotaRules.Check(settings),
    ];

    /// <summary>What works, but hardly as it was meant. Asked only of settings without a fault.</summary>
    public static IReadOnlyList<Func<Settings, StackFacts, IEnumerable<SettingsFinding>>> Warnings { get; } =
    [
        (settings, _) => IntentRules.Started(settings),
        (settings, _) => IntentRules.Read(settings),
        (settings, _) => IntentRules.Told(settings),
        IntentRules.Run,
        (settings, _) => PlaceRules.Warn(settings),
    ];
}
