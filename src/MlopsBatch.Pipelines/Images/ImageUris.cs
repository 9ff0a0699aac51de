using MlopsBatch.Aws;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines.Images;

/// <summary>The addresses of the containers that the jobs run in.</summary>
public static class ImageUris
{
    /// <summary>
    /// The scikit-learn image's versions that both train and serve: a model is served by the image that trained it.
    /// </summary>
    public static IReadOnlyList<string> FrameworkVersions { get; } = ["0.20.0", "0.23-1", "1.0-1", "1.2-1", "1.4-2-py312"];

    /// <summary>All regions that have the scikit-learn image, in alphabetical order.</summary>
    public static IReadOnlyList<string> Regions { get; } = [.. ImageAccounts.ByRegion.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The regions where <see cref="DataQualityEngine.ModelMonitor"/> has its image.</summary>
    public static IReadOnlyList<string> ModelMonitorRegions { get; } =
    [.. Regions.Where(region => ImageAccounts.ByRegion[region].ModelMonitor is not null)];

    /// <summary>The image for processing, training and serving.</summary>
    /// <exception cref="ArgumentException">There is no such region or version; the message lists those there are.</exception>
    public static string ScikitLearn(string region, string frameworkVersion)
    {
        if (!FrameworkVersions.Contains(frameworkVersion))
        {
            throw new ArgumentException($"Framework version \"{frameworkVersion}\": needs one of {string.Join(", ", FrameworkVersions)}.");
        }

        return Uri(Accounts(region).ScikitLearn, region, $"sagemaker-scikit-learn:{frameworkVersion}-cpu-py3");
    }

    /// <summary>The Model Monitor image for the data quality check.</summary>
    /// <exception cref="ArgumentException">The region is unknown or has no such image; the message says what to do.</exception>
    public static string ModelMonitor(string region)
    {
        var account =
            Accounts(region).ModelMonitor
            ?? throw new ArgumentException(
                $"Region \"{region}\" has no Model Monitor image: use the data quality engine Script, or one of the regions "
                    + $"{string.Join(", ", ModelMonitorRegions)}."
            );
        return Uri(account, region, "sagemaker-model-monitor-analyzer");
    }

    private static ImageAccounts.Accounts Accounts(string region) =>
        ImageAccounts.ByRegion.TryGetValue(region, out var accounts)
            ? accounts
            : throw new ArgumentException($"Region \"{region}\": SageMaker's images are in {string.Join(", ", Regions)}.");

    private static string Uri(string account, string region, string image) =>
        $"{account}.{Partition.OfRegion(region).ServiceHost("dkr.ecr", region)}/{image}";
}
