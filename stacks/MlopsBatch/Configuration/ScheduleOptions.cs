using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>An EventBridge Scheduler schedule.</summary>
public sealed record ScheduleOptions
{
    /// <summary>Six fields as AWS has them: minute hour day-of-month month day-of-week year.</summary>
    [Required, Example("0 3 * * ? *")]
    public string Cron { get; init; } = "";

    /// <summary>IANA name of the time zone.</summary>
    [Example("Europe/Berlin")]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Object below the raw-data prefix that the run uses; left out, the whole prefix.</summary>
    [Pattern(Patterns.Key, Patterns.KeyNeeds), Example("training-data.csv")]
    public string? Key { get; init; }
}
