using System.Text.RegularExpressions;

namespace MlopsBatch.Pipelines;

/// <summary>The model package that a deployed definition of batch inference scores with.</summary>
public static partial class DeployedPackage
{
    /// <summary>The version's ARN; null if the definition waits for one (<see cref="Names.StepNames.NoApprovedModel"/>).</summary>
    /// <param name="definition">The definition's JSON, as DescribePipeline gives it.</param>
    public static string? ArnIn(string? definition) =>
        Package().Match(definition ?? "") is { Success: true } match ? match.Value.Trim('"') : null;

    [GeneratedRegex(@"""arn:[^""]+:model-package/[^/""]+/\d+""", RegexOptions.IgnoreCase)]
    private static partial Regex Package();
}
