using System.Collections.Immutable;

namespace MlopsBatch.Aws.Iam;

/// <summary>How a request is judged, and by what.</summary>
/// <param name="Outcome">Whether it may pass.</param>
/// <param name="Message">
/// What AWS would write when it refuses; for what is not judged, why; for what is allowed, by which statement.
/// </param>
public sealed record AuthorizationDecision(AuthorizationOutcome Outcome, string Message)
{
    /// <summary>Whether it may pass.</summary>
    public bool IsAllowed => Outcome == AuthorizationOutcome.Allowed;

    /// <summary>The policy and statement that allowed or denied it; null if nothing did.</summary>
    public DecidingStatement? By { get; init; }

    /// <summary>Whose policy lacks an allowing statement; null unless <see cref="AuthorizationOutcome.ImplicitDeny"/>.</summary>
    public PolicySide? Missing { get; init; }

    /// <summary>Statements of the missing side about this action that don't fit, each with the reason.</summary>
    public ImmutableArray<string> NearMisses { get; init; } = [];
}
