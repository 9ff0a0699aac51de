namespace MlopsBatch.Configuration;

/// <summary>Times at which pipelines start by themselves.</summary>
public sealed record SchedulesOptions
{
    public ScheduleOptions? Training { get; init; }

    public ScheduleOptions? Inference { get; init; }
}
