using MlopsBatch.LocalCloud.SageMaker.Registry;

namespace MlopsBatch.Rehearsal.People;

/// <summary>A decision about a version.</summary>
/// <param name="IsApproved">Whether it is approved; rejected otherwise.</param>
/// <param name="Comment">Why: the version's approval description.</param>
/// <param name="Review">The review board's reference, for the version's metadata; null names none there.</param>
public sealed record VersionDecision(bool IsApproved, string Comment, string? Review = null)
{
    /// <summary>The version's approval status from then on.</summary>
    public string Status => IsApproved ? ModelPackage.Approved : ModelPackage.Rejected;
}
