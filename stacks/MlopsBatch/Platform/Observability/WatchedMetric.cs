using Pulumi;

namespace MlopsBatch.Platform.Observability;

/// <summary>A metric and when it is too much: by default one in five minutes.</summary>
internal sealed record WatchedMetric(string Namespace, string Metric, InputMap<string> Dimensions)
{
    public string Statistic { get; init; } = "Sum";

    public int PeriodSeconds { get; init; } = 300;

    /// <summary>The alarm goes off at this value.</summary>
    public double Threshold { get; init; } = 1;
}
