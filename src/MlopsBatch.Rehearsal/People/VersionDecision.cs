namespace MlopsBatch.Rehearsal.People;

/// <summary>A decision about a version.</summary>
/// <param name="IsApproved">Whether it is approved; rejected otherwise.</param>
/// <param name="Comment">Why: the version's approval description.</param>
public sealed record VersionDecision(bool IsApproved, string Comment);
