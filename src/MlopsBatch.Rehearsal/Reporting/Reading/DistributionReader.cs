using System.Text.Json;

namespace MlopsBatch.Rehearsal.Reporting.Reading;

/// <summary>The distribution of each column in a <c>statistics.json</c>, by the column's name.</summary>
internal static class DistributionReader
{
    public static Dictionary<string, IReadOnlyList<BucketReport>> Read(string statistics)
    {
        using var document = JsonDocument.Parse(statistics);
        return document
            .RootElement.GetProperty("features")
            .EnumerateArray()
            .DistinctBy(feature => feature.GetProperty("name").GetString())
            .ToDictionary(feature => feature.GetProperty("name").GetString()!, Buckets);
    }

    private static IReadOnlyList<BucketReport> Buckets(JsonElement feature)
    {
        var isNumeric = feature.TryGetProperty("numerical_statistics", out var found);
        if (
            !(isNumeric || feature.TryGetProperty("string_statistics", out found))
            || !found.TryGetProperty("distribution", out var distribution)
            || !distribution.TryGetProperty(isNumeric ? "kll" : "categorical", out var listed)
            || !listed.TryGetProperty("buckets", out var buckets)
        )
        {
            return [];
        }

        var total = buckets.EnumerateArray().Sum(bucket => bucket.GetProperty("count").GetDouble());
        return total <= 0
            ? []
            :
            [
                .. buckets
                    .EnumerateArray()
                    .Select(bucket => new BucketReport(
                        isNumeric ? bucket.GetProperty("lower_bound").GetDouble() : null,
                        isNumeric ? bucket.GetProperty("upper_bound").GetDouble() : null,
                        isNumeric ? null : bucket.GetProperty("value").ToString(),
                        Math.Round(bucket.GetProperty("count").GetDouble() / total, 6)
                    )),
            ];
    }
}
