namespace MlopsBatch.Configuration;

/// <summary>What the settings are checked against besides themselves.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Region">The value of <c>aws:region</c>.</param>
/// <param name="RunId">Id of the CI run, where there is one; <c>recreatePipelines</c> needs it.</param>
public sealed record StackFacts(string Stack, string Region, string? RunId = null);
