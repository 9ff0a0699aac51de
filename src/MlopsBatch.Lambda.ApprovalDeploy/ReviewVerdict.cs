namespace MlopsBatch.Lambda.ApprovalDeploy;

/// <summary>What the review gate says of an approval.</summary>
/// <param name="IsOpen">Whether the version may be rolled out.</param>
/// <param name="Reference">The review that it names.</param>
/// <param name="Refused">What it names that is no review, such as <c>pending</c>.</param>
/// <param name="Needs">What the gate takes, to complete "needs …".</param>
public sealed record ReviewVerdict(bool IsOpen, string? Reference = null, string? Refused = null, string? Needs = null);
