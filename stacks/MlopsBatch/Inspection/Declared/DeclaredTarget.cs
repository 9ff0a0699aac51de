using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlopsBatch.Aws;

namespace MlopsBatch.Inspection.Declared;

/// <summary>Where a rule's events or a schedule's calls go, and what becomes of those that don't get there.</summary>
/// <param name="Resource">The target, or the schedule.</param>
/// <param name="Configuration">The target's own inputs.</param>
public sealed partial record DeclaredTarget(RecordedResource Resource, JsonObject Configuration)
{
    public Arn Arn => Arn.Parse(Configuration["arn"]!.ToString());

    /// <summary>The role that EventBridge or Scheduler takes; null where the receiver's own policy lets it in.</summary>
    public Arn? Role => Configuration["roleArn"] is { } role ? Arn.Parse(role.ToString()) : null;

    /// <summary>Name of the pipeline that the target's own event asks for; null if it gets the rule's event, or asks for none.</summary>
    public string? Requested =>
        Configuration["inputTransformer"]?["inputTemplate"] is { } template
        && RequestedPipeline().Match(template.ToString()) is { Success: true } found
            ? found.Groups["name"].Value
            : null;

    /// <summary>The queue that takes what couldn't be delivered.</summary>
    public Arn? DeadLetterQueue => Configuration["deadLetterConfig"]?["arn"] is { } queue ? Arn.Parse(queue.ToString()) : null;

    /// <summary>Whether tries, their time and what comes after them are said.</summary>
    public bool IsGuarded =>
        DeadLetterQueue is not null
        && Configuration["retryPolicy"]?["maximumRetryAttempts"] is not null
        && Configuration["retryPolicy"]?["maximumEventAgeInSeconds"] is not null;

    [GeneratedRegex("\"pipeline\":\"(?<name>[A-Za-z0-9-]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex RequestedPipeline();
}
