using MlopsBatch.LocalCloud.Events;

namespace MlopsBatch.LocalCloud.Scheduler;

/// <summary>A schedule.</summary>
public sealed record Schedule
{
    public required string Name { get; init; }

    public string Group { get; init; } = "default";

    /// <summary><c>cron(…)</c>, <c>rate(…)</c> or <c>at(…)</c>.</summary>
    public required string Expression { get; init; }

    /// <summary>IANA name of the zone in which cron and at are meant.</summary>
    public string TimeZone { get; init; } = "UTC";

    public bool Enabled { get; init; } = true;

    /// <summary>Whom it calls, with the role that it needs.</summary>
    public required EventTarget Target { get; init; }
}
