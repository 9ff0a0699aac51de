namespace MlopsBatch.Configuration;

/// <summary>Which executions are told of by mail.</summary>
public enum NotifyOn
{
    /// <summary>Failed ones, and the steps named in <c>custom</c>.</summary>
    Failures,

    /// <summary>Also those that succeeded, and every step.</summary>
    All,
}
