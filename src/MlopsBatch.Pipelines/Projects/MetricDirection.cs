namespace MlopsBatch.Pipelines.Projects;

public enum MetricDirection
{
    /// <summary>An error: met when at or below the threshold.</summary>
    LowerIsBetter,

    /// <summary>A score: met when at or above the threshold.</summary>
    HigherIsBetter,
}
