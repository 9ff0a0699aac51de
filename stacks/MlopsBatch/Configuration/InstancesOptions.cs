namespace MlopsBatch.Configuration;

/// <summary>Machines for the jobs of each kind.</summary>
public sealed record InstancesOptions
{
    public JobInstanceOptions Processing { get; init; } = new();

    public JobInstanceOptions Training { get; init; } = new();

    public JobInstanceOptions Transform { get; init; } = new();

    /// <summary>The Model Monitor container wants 16 GiB of memory.</summary>
    public JobInstanceOptions Monitoring { get; init; } = new() { Type = "ml.m5.xlarge" };
}
