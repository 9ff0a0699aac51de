namespace MlopsBatch.Pipelines.Projects;

/// <summary>What does the data quality check.</summary>
public enum DataQualityEngine
{
    /// <summary>SageMaker's QualityCheck step with the Model Monitor container: not for AWS accounts new since 2026.</summary>
    ModelMonitor,

    /// <summary>The project's own script in a Processing step; it writes the same three files.</summary>
    Script,
}
