using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Configuration.Rules;

/// <summary>Custom notifications name steps that exist, and each step and status once.</summary>
internal static class NotificationRules
{
    public static IEnumerable<SettingsFinding> Check(Settings settings)
    {
        var path = SettingsPath.Root.Key("notifications").Key("custom");
        var seen = new Dictionary<(string, string), SettingsPath>();
        foreach (var (index, custom) in settings.Notifications.Custom.Index())
        {
            var at = path.Index(index);
            if (custom.StepName.Length > 0 && !StepNames.All.Contains(custom.StepName))
            {
                yield return SettingsFaults.Choice(at.Key("stepName"), custom.StepName, StepNames.All, "ModelRegisterStep");
            }

            if (!seen.TryAdd((custom.StepName, custom.StepStatus), at))
            {
                yield return new(
                    FaultCatalogue.Duplicate,
                    $"{at}: {custom.StepName} {custom.StepStatus} is taken by {seen[(custom.StepName, custom.StepStatus)]}"
                )
                {
                    Candidates = [[new ConfigEdit.RemoveValue(at)]],
                };
            }
        }
    }
}
