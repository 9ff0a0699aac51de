namespace MlopsBatch.Pipelines.Projects;

public enum ProblemType
{
    Regression,

    /// <summary>Two classes or more; the scripts find out which from the data.</summary>
    Classification,
}
