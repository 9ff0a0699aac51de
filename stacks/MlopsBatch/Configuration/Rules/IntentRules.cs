using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;

namespace MlopsBatch.Configuration.Rules;

/// <summary>Settings that work, but hardly as somebody meant them. All of them are warnings.</summary>
internal static class IntentRules
{
    public static IEnumerable<SettingsFinding> Started(Settings settings)
    {
        foreach (var (index, model) in settings.Models.Index())
        {
            (AccountRole Role, string Name, bool Starts)[] pipelines =
            [
                (AccountRole.Build, "training", model.Triggers.Training.Enabled || model.Schedules.Training is not null),
                (AccountRole.Deploy, "inference", model.Triggers.Inference.Enabled || model.Schedules.Inference is not null),
            ];
            foreach (var (_, name, _) in pipelines.Where(one => settings.Has(one.Role) && !one.Starts))
            {
                var path = SettingsPath.Root.Key("models").Index(index);
                var enabled = path.Key("triggers").Key(name).Key("enabled");
                yield return new(
                    FaultCatalogue.NothingStarts,
                    $"{path}: nothing starts the {name} pipeline of {model.Name}: its trigger is off and it has no schedule"
                )
                {
                    Otherwise = commands =>
                        $"unless it is meant to be started by hand: {commands.Set(enabled, "true")}; or: "
                        + commands.Set(path.Key("schedules").Key(name).Key("cron"), "0 3 * * ? *"),
                };
            }
        }
    }

    /// <summary>The shipped scripts read CSV files only, so another object that arrives is a trigger file.</summary>
    public static IEnumerable<SettingsFinding> Read(Settings settings)
    {
        foreach (var (index, model) in settings.Models.Index())
        {
            (string Name, TriggerOptions Trigger)[] triggers =
            [
                ("training", model.Triggers.Training),
                ("inference", model.Triggers.Inference),
            ];
            foreach (var (name, trigger) in triggers)
            {
                if (trigger is { Enabled: true, Reads: null, Key: { } key } && !key.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                {
                    var path = SettingsPath.Root.Key("models").Index(index).Key("triggers").Key(name);
                    yield return new(
                        FaultCatalogue.Contradiction,
                        $"{path.Key("key")}: got \"{key}\", which is what the {name} pipeline then reads, and scripts read *.csv only"
                    )
                    {
                        Otherwise = commands => $"if it is a trigger file, say what is read: {commands.Set(path.Key("reads"), "")}",
                    };
                }
            }
        }
    }

    public static IEnumerable<SettingsFinding> Told(Settings settings)
    {
        var path = SettingsPath.Root.Key("notifications").Key("recipients");
        if (settings.Notifications.Recipients.Count == 0)
        {
            yield return new(FaultCatalogue.NobodyHears, $"{path}: empty, so no operator is told of failures and alarms")
            {
                Otherwise = SettingsFaults.Own(path.Index(0), "ops@example.com"),
            };
        }
    }

    public static IEnumerable<SettingsFinding> Run(Settings settings, StackFacts facts)
    {
        var path = SettingsPath.Root.Key("gitLab").Key("ref");
        var usual = facts.DefaultBranch is { Length: > 0 } branch ? [branch] : new[] { "main", "master" };
        if (settings.Has(AccountRole.Registry) && settings.GitLab is { } gitLab && !usual.Contains(gitLab.Ref))
        {
            yield return new(
                FaultCatalogue.RefNotRun,
                $"{path}: got \"{gitLab.Ref}\", but .gitlab/common.yml runs pipelines of the default branch only, so a decision on ref "
                    + $"{gitLab.Ref} starts nothing"
            )
            {
                Otherwise = commands => $"name the default branch: {commands.Set(path, usual[0])}",
            };
        }
    }
}
