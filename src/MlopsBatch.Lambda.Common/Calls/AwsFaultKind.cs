namespace MlopsBatch.Lambda.Common.Calls;

/// <summary>Kinds of faults of a call, by what can be done about them.</summary>
public enum AwsFaultKind
{
    /// <summary>The service refused, and would again.</summary>
    Refused,

    /// <summary>The caller may not. A policy mends it.</summary>
    Denied,

    /// <summary>What was asked for isn't there.</summary>
    NotFound,

    /// <summary>The caller's credentials are expired or unknown.</summary>
    Credentials,

    /// <summary>Too many calls at once. It passes.</summary>
    Throttled,

    /// <summary>The service has a fault of its own. It passes.</summary>
    Unavailable,

    /// <summary>No answer came: the connection failed, was cut, or brought something that is no answer.</summary>
    Unreachable,

    /// <summary>No answer came in the time there was.</summary>
    TimedOut,
}
