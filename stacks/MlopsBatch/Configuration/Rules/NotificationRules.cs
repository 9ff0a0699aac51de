using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Configuration.Rules;

/// <summary>Custom notifications name steps that exist, and each step and status once; webhooks name models, and have a URL.</summary>
internal static class NotificationRules
{
    public static IEnumerable<SettingsFinding> Check(Settings settings, StackFacts facts) =>
        [.. Custom(settings), .. Webhooks(settings, facts)];

    private static IEnumerable<SettingsFinding> Webhooks(Settings settings, StackFacts facts)
    {
        var path = SettingsPath.Root.Key("notifications").Key("webhooks");
        string[] models = [.. settings.Models.Select(model => model.Name)];
        var seen = new Dictionary<string, SettingsPath>();
        foreach (var (index, webhook) in settings.Notifications.Webhooks.Index().Where(one => one.Item.Name.Length > 0))
        {
            var at = path.Index(index);
            if (!seen.TryAdd(webhook.Name, at))
            {
                yield return new(
                    FaultCatalogue.Duplicate,
                    $"{at.Key("name")}: got \"{webhook.Name}\", which is taken by {seen[webhook.Name]}"
                )
                {
                    Candidates = [[new ConfigEdit.RemoveValue(at)]],
                };
            }

            foreach (var (place, model) in webhook.Models.Index().Where(one => !models.Contains(one.Item)))
            {
                yield return SettingsFaults.Choice(at.Key("models").Index(place), model, models, models.FirstOrDefault() ?? "abalone");
            }

            var key = WebhookOptions.KeyOf(webhook.Name);
            if (facts.OtherKeys.Count > 0 && !facts.OtherKeys.Contains(key))
            {
                yield return new(FaultCatalogue.Missing, $"{at}: webhook {webhook.Name} has no URL")
                {
                    Otherwise = _ => $"run: pulumi config set --secret {key} --stack {facts.Stack}   (it asks for the URL)",
                };
            }
        }
    }

    private static IEnumerable<SettingsFinding> Custom(Settings settings)
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
