namespace MlopsBatch.Pipelines.Names;

/// <summary>What decides whether a version of the registry may be deployed.</summary>
/// <param name="Arn">The version's ARN.</param>
/// <param name="Number">Its number in the group.</param>
/// <param name="IsApproved">Approval status <c>Approved</c>.</param>
/// <param name="IsCompleted">Package status <c>Completed</c>: one that failed or is still being made has no usable model.</param>
/// <param name="Metadata">Customer metadata; unknown where a version is only listed.</param>
/// <param name="ApprovalDescription">The words of whoever approved it; unknown where a version is only listed.</param>
/// <param name="Lacks">What it has to have to be deployed and hasn't; null if it has all, or is only listed.</param>
public sealed record RegisteredState(
    string Arn,
    int Number,
    bool IsApproved,
    bool IsCompleted,
    IReadOnlyDictionary<string, string>? Metadata = null,
    string? ApprovalDescription = null,
    string? Lacks = null
)
{
    /// <summary>
    /// What batch inference can't do without and the version hasn't, to complete "it has no …": somebody registered it by hand. Null
    /// if it has all.
    /// </summary>
    public static string? WhatLacks(string? modelDataUrl, string? baselineStatistics, string? baselineConstraints) =>
        string.IsNullOrEmpty(modelDataUrl) ? "model artifact"
        : string.IsNullOrEmpty(baselineStatistics) ? "data-quality statistics in its drift-check baselines"
        : string.IsNullOrEmpty(baselineConstraints) ? "data-quality constraints in its drift-check baselines"
        : null;
}
