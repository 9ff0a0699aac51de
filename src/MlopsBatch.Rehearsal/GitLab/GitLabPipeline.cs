using System.Collections.Immutable;

namespace MlopsBatch.Rehearsal.GitLab;

/// <summary>A pipeline that somebody made GitLab create.</summary>
/// <param name="Id">From 1.</param>
/// <param name="Source"><c>trigger</c> or <c>api</c>, as CI_PIPELINE_SOURCE says.</param>
/// <param name="Ref">The branch.</param>
/// <param name="Variables">What it is told: variables, or inputs by their own names.</param>
/// <param name="Created">When it was created.</param>
public sealed record GitLabPipeline(
    int Id,
    string Source,
    string Ref,
    ImmutableSortedDictionary<string, string> Variables,
    DateTimeOffset Created
)
{
    /// <summary>created, running, success or failed.</summary>
    public string Status { get; init; } = "created";

    /// <summary>Why it failed; null otherwise.</summary>
    public string? FailureReason { get; init; }
}
