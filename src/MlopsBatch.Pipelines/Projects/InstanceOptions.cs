namespace MlopsBatch.Pipelines.Projects;

/// <summary>The machines of each kind of job: the defaults of the pipeline parameters of the same names.</summary>
public sealed record InstanceOptions
{
    public InstancePool Processing { get; init; } = new();

    public InstancePool Training { get; init; } = new();

    public InstancePool Transform { get; init; } = new();

    /// <summary>For the data quality and model quality checks. The Model Monitor container wants 16 GiB of memory.</summary>
    public InstancePool Monitoring { get; init; } = new() { Type = "ml.m5.xlarge" };
}
