using MlopsBatch.Lambda.Notifications.Mails;

namespace MlopsBatch.Cli.EventViews;

/// <summary>What an event would have led to: a mail, a call, or neither.</summary>
/// <param name="Kind"><c>mail</c>, <c>gitlab</c>, <c>refused</c> or <c>ignored</c>.</param>
/// <param name="Text">Why, where there is neither mail nor call.</param>
internal sealed record DryRunOutcome(string Kind, string? Text = null)
{
    public Mail? Mail { get; init; }

    /// <summary>Method, address, and body of the call, the token masked.</summary>
    public (string Method, string Address, string Body)? Call { get; init; }
}
