using System.Globalization;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>One version in the registry.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Status">Its approval status.</param>
/// <param name="Metadata">Its customer metadata: see <see cref="MetadataKeys"/>.</param>
internal sealed record RegisteredVersion(int Version, string Status, IReadOnlyDictionary<string, string> Metadata)
{
    public string? ExecutionArn => Metadata.GetValueOrDefault(MetadataKeys.PipelineExecution);

    public ModelPackageReport Report()
    {
        var metrics = new Dictionary<string, double>();
        Add(Metadata.GetValueOrDefault(MetadataKeys.Metric) ?? "", MetadataKeys.MetricValue);
        Add("naive", MetadataKeys.NaiveValue);
        return new(Version, Status, Metadata.GetValueOrDefault(MetadataKeys.SourcePipeline) ?? "", metrics, Hyperparameters());

        void Add(string name, string key)
        {
            if (double.TryParse(Metadata.GetValueOrDefault(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                metrics[name] = value;
            }
        }
    }

    /// <summary>The summary is <c>name=value</c> pairs with blanks between.</summary>
    private Dictionary<string, string> Hyperparameters() =>
        (Metadata.GetValueOrDefault(MetadataKeys.Hyperparameters) ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0])
            .ToDictionary(pair => pair[0], pair => pair[1]);
}
