namespace MlopsBatch.Configuration;

/// <summary>Machines for the jobs of each kind.</summary>
public sealed record InstancesOptions
{
    public InstanceOptions Processing { get; init; } = new();

    public InstanceOptions Training { get; init; } = new();

    public InstanceOptions Transform { get; init; } = new();

    /// <summary>The Model Monitor container wants 16 GiB of memory.</summary>
    public InstanceOptions Monitoring { get; init; } = new() { Type = "ml.m5.xlarge" };
}
