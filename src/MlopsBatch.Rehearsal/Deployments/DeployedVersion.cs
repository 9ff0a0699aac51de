using System.Globalization;
using System.Text.RegularExpressions;
using MlopsBatch.LocalCloud;

namespace MlopsBatch.Rehearsal.Deployments;

/// <summary>The version that an account's batch inference uses, as its pipeline's definition names it.</summary>
/// <param name="Arn">The version's ARN.</param>
/// <param name="Number">Its number in its group, from 1.</param>
internal sealed partial record DeployedVersion(string Arn, int Number)
{
    /// <summary>The version of a pipeline; null if it waits for one.</summary>
    public static DeployedVersion? Of(CloudAccount account, string pipeline) =>
        Package().Match(account.SageMaker.DescribePipeline(pipeline).Definition) is { Success: true } match
            ? Of(match.Value.Trim('"'))
            : null;

    /// <summary>The version that an ARN names.</summary>
    public static DeployedVersion Of(string arn) => new(arn, int.Parse(arn.Split('/')[^1], CultureInfo.InvariantCulture));

    [GeneratedRegex(@"""arn:[^""]+:model-package/[^/""]+/\d+""", RegexOptions.IgnoreCase)]
    private static partial Regex Package();
}
