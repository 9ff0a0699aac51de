namespace MlopsBatch.Configuration;

/// <summary>Times at which pipelines start by themselves.</summary>
public sealed record SchedulesOptions
{
    /// <summary>When training starts.</summary>
    public ScheduleOptions? Training { get; init; }

    /// <summary>When a batch is scored.</summary>
    public ScheduleOptions? Inference { get; init; }
}
