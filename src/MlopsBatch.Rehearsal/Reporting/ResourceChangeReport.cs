namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>What a deployment did with one resource.</summary>
/// <param name="Operation"><c>create</c>, <c>update</c>, <c>replace</c> or <c>delete</c>.</param>
/// <param name="Urn">Which resource.</param>
/// <param name="Changed">The inputs that changed.</param>
public sealed record ResourceChangeReport(string Operation, string Urn, IReadOnlyList<string> Changed);
