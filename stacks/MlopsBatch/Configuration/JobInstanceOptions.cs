using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>Type and number of machines of one job.</summary>
public sealed record JobInstanceOptions
{
    /// <summary>Type of the machines.</summary>
    [
        Pattern("^ml\\.[a-z0-9]+(-[a-z0-9]+)?\\.(medium|large|[0-9]{0,2}xlarge|metal)$", "a SageMaker instance type such as ml.m5.large"),
        Example("ml.m5.large")
    ]
    public string Type { get; init; } = "ml.m5.large";

    /// <summary>How many machines share a job.</summary>
    [Range(1, 100), Example("1")]
    public int Count { get; init; } = 1;

    /// <summary>Size of the volume in GiB, where the job has one.</summary>
    [Range(1, 16384), Example("30")]
    public int VolumeSizeInGb { get; init; } = 30;
}
