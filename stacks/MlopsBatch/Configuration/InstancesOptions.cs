namespace MlopsBatch.Configuration;

/// <summary>Machines for the jobs of each kind.</summary>
public sealed record InstancesOptions
{
    /// <summary>For preparing data and judging models.</summary>
    public JobInstanceOptions Processing { get; init; } = new();

    /// <summary>For training and for each trial of a tuning.</summary>
    public JobInstanceOptions Training { get; init; } = new();

    /// <summary>For scoring batches.</summary>
    public JobInstanceOptions Transform { get; init; } = new();

    /// <summary>For the checks of data and model quality. The Model Monitor container wants 16 GiB of memory.</summary>
    public JobInstanceOptions Monitoring { get; init; } = new() { Type = "ml.m5.xlarge" };
}
