using System.Text.Json.Nodes;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Tests.Events;

namespace MlopsBatch.Tests.Proof;

/// <summary>Every rule matches the events that it is for and not their near misses.</summary>
internal static class PatternProof
{
    private static readonly Dictionary<string, (JsonObject[] Matching, JsonObject[] Missing)> Rules = RuleTests.Rules.ToDictionary(
        row => (string)row[0],
        row => ((JsonObject[])row[1], (JsonObject[])row[2])
    );

    /// <summary>Rules that the example with one account doesn't have.</summary>
    private static readonly Dictionary<string, (JsonObject[] Matching, JsonObject[] Missing)> Others = new()
    {
        ["steps"] = (
            [Sample.Step("abalone-training", StepNames.ModelRegister, "Succeeded"), Hpo(StepNames.ModelRegister, "Succeeded")],
            [
                Hpo(StepNames.ModelRegister, "Failed"),
                Hpo(StepNames.Training, "Succeeded"),
                Sample.Step("besides-training", StepNames.ModelRegister, "Succeeded"),
                Sample.Execution("abalone-training", "Succeeded"),
            ]
        ),
        ["abalone-remote-retraining"] = (
            [Violation(Place.Staging), Violation(Place.Production)],
            [
                Violation("999900001111"),
                Sample.Step("abalone-batch-inference", StepNames.ModelQualityCalculation, "Failed", Place.Production),
                Sample.Step("abalone-batch-inference", StepNames.ModelQualityViolation, "Executing", Place.Production),
                Sample.Step("besides-batch-inference", StepNames.ModelQualityViolation, "Failed", Place.Production),
            ]
        ),
        ["abalone-violation"] = Rules["abalone-retraining"],
    };

    public static IEnumerable<string> Faults(Place place, DeclaredGraph graph)
    {
        foreach (var rule in graph.OfType(ResourceTypes.Rule))
        {
            if (!Rules.TryGetValue(rule.Name, out var samples) && !Others.TryGetValue(rule.Name, out samples))
            {
                yield return $"{rule.Title} has no samples";
                continue;
            }

            var isOwn = !rule.Name.Contains("remote");
            var matching = samples.Matching.Where(one => !isOwn || IsHere(place, one));
            foreach (
                var fault in Faults(
                    rule.Title,
                    rule.Text("eventPattern"),
                    [.. matching.Select(one => isOwn ? In(place, one) : one)],
                    [.. samples.Missing.Select(one => isOwn ? In(place, one) : one)]
                )
            )
            {
                yield return fault;
            }
        }
    }

    private static JsonObject Hpo(string step, string status) => Sample.Step("abalone-training-with-hpo", step, status);

    private static JsonObject Violation(string account) =>
        Sample.Step("abalone-batch-inference", StepNames.ModelQualityViolation, "Failed", account);

    /// <summary>Whether the pipeline that the event is about, or what the audit event is of, is in the place.</summary>
    private static bool IsHere(Place place, JsonObject sample) =>
        sample["source"]!.ToString() == EventSources.MlopsBatch
            ? sample["detail-type"]!.ToString() switch
            {
                // Whatever GitLab's jobs deploy can fail and drift.
                DetailTypes.ModelDeploymentFailed or DetailTypes.StackDrift => true,
                DetailTypes.ModelDeployed or DetailTypes.ModelRolledBack => place.Deploys,
                _ => place.Builds,
            }
            : sample["detail"]?["pipelineArn"] is not { } arn
                || place.Pipelines.Any(one => one.EndsWith($"/{arn.ToString().Split('/')[^1]}", StringComparison.Ordinal));

    /// <summary>The event as the place's account and bucket would send it.</summary>
    private static JsonObject In(Place place, JsonObject sample) =>
        (JsonObject)
            JsonNode.Parse(
                sample
                    .ToJsonString()
                    .Replace(Place.Staging, "999900001111")
                    .Replace(Place.Registry, place.Account)
                    .Replace("\"example-mlops\"", $"\"{place.Bucket}\"")
                    .Replace("\"abalone/", $"\"{place.Prefix}/")
            )!;

    private static IEnumerable<string> Faults(string title, string? pattern, JsonObject[] matching, JsonObject[] missing)
    {
        EventPattern read;
        string? refused = null;
        try
        {
            read = EventPattern.Parse(pattern!);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or MlopsBatch.LocalCloud.CloudException)
        {
            refused = fault.Message;
            read = null!;
        }

        if (refused is not null)
        {
            return [$"{title}: {refused}"];
        }

        return
        [
            .. matching.Where(one => !read.Matches(one)).Select(one => $"{title} doesn't match {one.ToJsonString()}"),
            .. missing.Where(one => read.Matches(one)).Select(one => $"{title} matches {one.ToJsonString()}"),
        ];
    }
}
