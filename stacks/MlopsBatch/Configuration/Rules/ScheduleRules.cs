using MlopsBatch.Aws;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;

namespace MlopsBatch.Configuration.Rules;

/// <summary>Schedules can be read, fire some day, and name a known time zone.</summary>
internal static class ScheduleRules
{
    public static IEnumerable<SettingsFinding> Check(Settings settings) =>
        from model in settings.Models.Index()
        let path = SettingsPath.Root.Key("models").Index(model.Index).Key("schedules")
        from schedule in new[]
        {
            (path: path.Key("training"), options: model.Item.Schedules.Training),
            (path: path.Key("inference"), options: model.Item.Schedules.Inference),
        }
        where schedule.options is not null
        from fault in Check(schedule.path, schedule.options)
        select fault;

    private static IEnumerable<SettingsFinding> Check(SettingsPath path, ScheduleOptions schedule)
    {
        if (schedule.Cron.Length > 0 && AwsCron.Complaint(schedule.Cron) is { } complaint)
        {
            yield return new(
                FaultCatalogue.BadSchedule,
                $"{path.Key("cron")}: got \"{schedule.Cron}\", {complaint}"
            )
            {
                Candidates = SettingsFaults.Sets(path.Key("cron"), CronRepair.Of(schedule.Cron)),
                Otherwise = SettingsFaults.Own(path.Key("cron"), "'0 3 * * ? *'"),
            };
        }

        if (!TimeZones.IsKnown(schedule.TimeZone))
        {
            yield return new(
                FaultCatalogue.BadSchedule,
                $"{path.Key("timeZone")}: got \"{schedule.TimeZone}\", needs an IANA time zone"
            )
            {
                Candidates = TimeZones.Nearest(schedule.TimeZone) is { } zone ? SettingsFaults.Sets(path.Key("timeZone"), [zone]) : [],
                Otherwise = SettingsFaults.Own(path.Key("timeZone"), "Europe/Berlin"),
            };
        }
    }
}
