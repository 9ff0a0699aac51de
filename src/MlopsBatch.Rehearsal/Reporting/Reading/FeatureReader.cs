using System.Text.Json;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Rehearsal.Reporting.Reading;

/// <summary>What the drift check left of a batch, with its distributions beside those of the baseline.</summary>
/// <param name="layout">Where things are.</param>
internal sealed class FeatureReader(S3Layout layout)
{
    /// <param name="bucket">Of the account that scored the batch.</param>
    /// <param name="execution">The execution that scored it.</param>
    /// <param name="baselineBucket">Of the account that trained the model.</param>
    /// <param name="training">The execution that trained it; null if it isn't known.</param>
    public IReadOnlyList<FeatureReport> Read(S3Bucket bucket, string execution, S3Bucket baselineBucket, string? training)
    {
        var key = layout.DataQuality.Key(execution, S3Layout.Drift);
        if (bucket.Find(key) is null)
        {
            return [];
        }

        var batch = Distributions(bucket, execution);
        var baseline = training is null ? [] : Distributions(baselineBucket, training);
        using var drift = JsonDocument.Parse(bucket.ReadText(key));
        return
        [
            .. drift
                .RootElement.GetProperty("features")
                .EnumerateArray()
                .Select(feature =>
                {
                    var name = feature.GetProperty("name").GetString()!;
                    return new FeatureReport(
                        name,
                        feature.GetProperty("unit").GetString()!,
                        Number(feature, "smallestShift"),
                        Number(feature, "missingShare") ?? 0,
                        Number(feature, "baselineMissingShare") ?? 0,
                        Number(feature, "topShare"),
                        Number(feature, "spread"),
                        feature.GetProperty("sentence").GetString()!
                    )
                    {
                        SureShift = Number(feature, "sureShift"),
                        Baseline = baseline.GetValueOrDefault(name, []),
                        Batch = batch.GetValueOrDefault(name, []),
                    };
                }),
        ];
    }

    private Dictionary<string, IReadOnlyList<BucketReport>> Distributions(S3Bucket bucket, string execution)
    {
        var key = layout.DataQuality.Key(execution, S3Layout.Statistics);
        return bucket.Find(key) is null ? [] : DistributionReader.Read(bucket.ReadText(key));
    }

    private static double? Number(JsonElement feature, string name) =>
        feature.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
