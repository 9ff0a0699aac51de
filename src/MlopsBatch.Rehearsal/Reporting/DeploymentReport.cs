namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>A deployment that went through.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="AccountId">Its account.</param>
/// <param name="Cause"><c>push</c>, or the number of GitLab's pipeline that a decision started.</param>
/// <param name="Resources">How many resources it declares.</param>
/// <param name="Changes">What it changed, each as operation and URN.</param>
public sealed record DeploymentReport(
    string Stack,
    string AccountId,
    string Cause,
    int Resources,
    IReadOnlyList<ResourceChangeReport> Changes
);
