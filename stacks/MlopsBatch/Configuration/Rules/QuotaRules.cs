using System.Globalization;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;
using MlopsBatch.Platform.Events;

namespace MlopsBatch.Configuration.Rules;

/// <summary>The rules fit on the bus (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html).</summary>
internal static class QuotaRules
{
    /// <summary>What became of decisions: one rule, whatever the number of models.</summary>
    private const int Shared = 1;

    /// <summary>Executions, steps, versions, decisions, violations: one rule of each for a group of models.</summary>
    private const int PerGroup = 5;

    /// <summary>Two triggers and the retraining.</summary>
    private const int PerModel = 3;

    public static IEnumerable<SettingsFinding> Check(Settings settings)
    {
        var groups = (settings.Models.Count + EventRoutes.ModelsPerRule - 1) / EventRoutes.ModelsPerRule;
        var needed = Shared + (PerGroup * groups) + (PerModel * settings.Models.Count);
        if (needed > settings.EventRuleQuota)
        {
            yield return new(
                FaultCatalogue.TooManyRules,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"settings.models: got {settings.Models.Count} models, which need {needed} EventBridge rules, but the "
                        + $"bus holds {settings.EventRuleQuota}"
                )
            )
            {
                Otherwise = commands =>
                    "ask AWS for more and then: "
                    + commands.Set(SettingsPath.Root.Key("eventRuleQuota"), needed.ToString(CultureInfo.InvariantCulture))
                    + "; or split the models over stacks in two accounts",
            };
        }
    }
}
