namespace MlopsBatch.Configuration;

/// <summary>What the settings are checked against besides themselves.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Region">The value of <c>aws:region</c>.</param>
/// <param name="RunId">Id of the CI run, where there is one; <c>recreatePipelines</c> needs it.</param>
public sealed record StackFacts(string Stack, string Region, string? RunId = null)
{
    /// <summary>The stack's file from the project's root, if it isn't where the Pulumi CLI looks for it.</summary>
    public string? Path { get; init; }

    /// <summary>
    /// Keys of the configuration that are no part of <c>mlops-batch</c>, for whoever wrote the settings under one of them.
    /// </summary>
    public IReadOnlyList<string> OtherKeys { get; init; } = [];

    /// <summary>The project's default branch where CI says it.</summary>
    public string? DefaultBranch { get; init; }
}
