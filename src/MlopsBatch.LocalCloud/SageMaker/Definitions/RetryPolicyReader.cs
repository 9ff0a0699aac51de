using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Definitions;

/// <summary>Reads a step's RetryPolicies.</summary>
internal static class RetryPolicyReader
{
    private static readonly string[] Keys = ["ExceptionType", "IntervalSeconds", "BackoffRate", "MaxAttempts", "ExpireAfterMin"];

    public static IReadOnlyList<RetryPolicy> Read(JsonNode? node, Action<string> fault)
    {
        var policies = new List<RetryPolicy>();
        foreach (var item in node as JsonArray ?? [])
        {
            if (item is not JsonObject json || json.Select(property => property.Key).Except(Keys).Any())
            {
                fault($"an entry of RetryPolicies has {string.Join(", ", Keys)}; got {item?.ToJsonString() ?? "null"}");
                continue;
            }
            var types = (json["ExceptionType"] as JsonArray ?? []).Select(type => type?.ToString() ?? "null").ToList();
            if (types.Count == 0 || types.Except(RetryPolicy.KnownExceptions).Any())
            {
                fault(
                    "ExceptionType of a retry policy names one or more of "
                        + $"{string.Join(", ", RetryPolicy.KnownExceptions)}; got "
                        + $"{json["ExceptionType"]?.ToJsonString() ?? "nothing"}"
                );
            }
            if (json.ContainsKey("MaxAttempts") == json.ContainsKey("ExpireAfterMin"))
            {
                fault("a retry policy has either MaxAttempts or ExpireAfterMin");
            }
            policies.Add(
                new RetryPolicy(
                    types,
                    TimeSpan.FromSeconds(Number(json, "IntervalSeconds", 0, 43_200, fault) ?? 1),
                    Number(json, "BackoffRate", 0, 100, fault) ?? 2,
                    (int?)Number(json, "MaxAttempts", 1, 20, fault),
                    Number(json, "ExpireAfterMin", 0, 14_400, fault) is { } minutes ? TimeSpan.FromMinutes(minutes) : null
                )
            );
        }
        return policies;
    }

    private static double? Number(JsonObject json, string key, double min, double max, Action<string> fault)
    {
        if (json[key] is not { } value)
        {
            return null;
        }
        if (value.GetValueKind() == JsonValueKind.Number && value.GetValue<double>() is var number && number >= min && number <= max)
        {
            return number;
        }
        fault($"{key} of a retry policy is a number from {min} to {max}, got {value.ToJsonString()}");
        return null;
    }
}
