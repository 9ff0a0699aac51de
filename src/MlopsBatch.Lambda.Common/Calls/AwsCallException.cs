namespace MlopsBatch.Lambda.Common.Calls;

/// <summary>A call of an AWS service that failed; the message is one sentence with the service, what was asked, and why not.</summary>
public sealed class AwsCallException(AwsFaultKind kind, string? code, string message, Exception inner) : Exception(message, inner)
{
    /// <summary>What kind of fault it is: decides whether it passes and what mends it.</summary>
    public AwsFaultKind Kind { get; } = kind;

    /// <summary>The service's error code, such as <c>AccessDenied</c>; null if the service didn't answer or gave none.</summary>
    public string? Code { get; } = code;
}
