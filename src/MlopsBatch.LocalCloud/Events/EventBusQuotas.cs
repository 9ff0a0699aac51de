namespace MlopsBatch.LocalCloud.Events;

/// <summary>
/// EventBridge's quotas for one bus.
/// Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
/// </summary>
public static class EventBusQuotas
{
    /// <summary>Characters of one event pattern; adjustable.</summary>
    public const int PatternCharacters = 2048;

    /// <summary>Targets of one rule; fixed.</summary>
    public const int TargetsPerRule = 5;

    /// <summary>Rules of one bus that have a wildcard filter.</summary>
    public const int WildcardRules = 30;

    /// <summary>Rules of one bus, by region; adjustable.</summary>
    public static int Rules(string region) => region is "af-south-1" or "eu-south-1" ? 100 : 300;

    /// <summary>Checks one bus's rules against the quotas.</summary>
    /// <param name="region">For example eu-west-1.</param>
    /// <param name="rules">Each rule's name, pattern (null for a schedule) and number of targets.</param>
    /// <returns>What is over a quota, in words; empty if all is well.</returns>
    public static IReadOnlyList<string> Check(string region, IReadOnlyCollection<(string Name, EventPattern? Pattern, int Targets)> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var faults = new List<string>();
        if (rules.Count > Rules(region))
        {
            faults.Add(
                $"the bus has {rules.Count} rules, {region} allows {Rules(region)}; ask AWS to raise the quota or use several accounts"
            );
        }
        var wildcards = rules.Count(rule => rule.Pattern is { WildcardCount: > 0 });
        if (wildcards > WildcardRules)
        {
            faults.Add($"{wildcards} rules use a wildcard filter, a bus allows {WildcardRules}; use prefix, suffix or exact keys");
        }
        faults.AddRange(
            rules
                .Where(rule => rule.Targets > TargetsPerRule)
                .Select(rule => $"rule '{rule.Name}' has {rule.Targets} targets, a rule allows {TargetsPerRule}")
        );
        return faults;
    }
}
