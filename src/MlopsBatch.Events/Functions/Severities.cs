namespace MlopsBatch.Events.Functions;

/// <summary>Values of <see cref="MessageAttributes.Severity"/>.</summary>
public static class Severities
{
    /// <summary>Nothing to do.</summary>
    public const string Info = "info";

    /// <summary>A person has to decide.</summary>
    public const string Action = "action";

    /// <summary>Scoring goes on, but somebody should look.</summary>
    public const string Warning = "warning";

    /// <summary>Something did not happen that should have.</summary>
    public const string Error = "error";
}
