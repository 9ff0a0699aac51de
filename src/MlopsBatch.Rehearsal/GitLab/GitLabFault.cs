namespace MlopsBatch.Rehearsal.GitLab;

/// <summary>What is wrong with GitLab, for scenarios.</summary>
/// <param name="Status">The HTTP status that every request gets; null: the connection is cut.</param>
/// <param name="RetryAfter">The Retry-After header, or null.</param>
public sealed record GitLabFault(int? Status, TimeSpan? RetryAfter = null);
