using System.Globalization;
using MlopsBatch.Faults;

namespace MlopsBatch.Configuration.Rules;

/// <summary>The rules fit on the bus (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html).</summary>
internal static class QuotaRules
{
    /// <summary>Rules of the account, whatever the number of models.</summary>
    public const int Shared = 10;

    /// <summary>Rules of one model at most: two triggers and its retraining.</summary>
    public const int PerModel = 3;

    public static IEnumerable<Fault> Check(Settings settings)
    {
        var needed = Shared + (PerModel * settings.Models.Count);
        if (needed > settings.EventRuleQuota)
        {
            yield return new(FaultCatalogue.TooManyRules, string.Create(CultureInfo.InvariantCulture, $"settings.models: got {settings.Models.Count} models, which need {needed} EventBridge rules, but the bus holds {settings.EventRuleQuota}; ask AWS for more and then: pulumi config set --path 'settings.eventRuleQuota' {needed}; or split the models over stacks in two accounts"));
        }
    }
}
