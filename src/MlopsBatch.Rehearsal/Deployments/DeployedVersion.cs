using System.Globalization;
using MlopsBatch.LocalCloud;
using MlopsBatch.Pipelines;

namespace MlopsBatch.Rehearsal.Deployments;

/// <summary>The version that an account's batch inference uses, as its pipeline's definition names it.</summary>
/// <param name="Arn">The version's ARN.</param>
/// <param name="Number">Its number in its group, from 1.</param>
internal sealed record DeployedVersion(string Arn, int Number)
{
    /// <summary>The version of a pipeline; null if it waits for one.</summary>
    public static DeployedVersion? Of(CloudAccount account, string pipeline) =>
        DeployedPackage.ArnIn(account.SageMaker.DescribePipeline(pipeline).Definition) is { } arn ? Of(arn) : null;

    /// <summary>The version that an ARN names.</summary>
    public static DeployedVersion Of(string arn) => new(arn, int.Parse(arn.Split('/')[^1], CultureInfo.InvariantCulture));
}
