namespace MlopsBatch.Pipelines.Projects;

public sealed record InstancePool
{
    /// <summary>A SageMaker instance type, such as <c>ml.m5.large</c>.</summary>
    public string Type { get; init; } = "ml.m5.large";

    /// <summary>1 to 100.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Storage volume in GB, 1 to 16384; batch transform has no such setting.</summary>
    public int VolumeSizeInGB { get; init; } = 30;
}
