using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Registry;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Quality;

/// <summary>Addresses of a baseline's two files; null where there is none.</summary>
/// <param name="Statistics">statistics.json.</param>
/// <param name="Constraints">constraints.json.</param>
internal sealed record Baselines(string? Statistics, string? Constraints)
{
    /// <summary>
    /// The previous baseline: what the step supplies, else the DriftCheckBaselines of the group's latest approved version.
    /// Source: https://docs.aws.amazon.com/sagemaker/latest/dg/pipelines-quality-clarify-baseline-lifecycle.html
    /// </summary>
    public static Baselines Previous(StepRun run, RegistryDirectory registries)
    {
        var statistics = Supplied(run, "SuppliedBaselineStatistics");
        var constraints = Supplied(run, "SuppliedBaselineConstraints");
        var group = run.Values.Resolve(run.Step.Json["ModelPackageGroupName"])?.ToString();
        if ((statistics is not null && constraints is not null) || group is null)
        {
            return new Baselines(statistics, constraints);
        }
        var approved = registries.For(group, run.Pipeline).ListModelPackages(group, ModelPackage.Approved, descending: true);
        return new Baselines(
            statistics ?? approved.FirstOrDefault()?.BaselineStatisticsUri,
            constraints ?? approved.FirstOrDefault()?.BaselineConstraintsUri
        );
    }

    /// <exception cref="StepFailedException">One of the two is missing.</exception>
    public void Require()
    {
        if (Statistics is null || Constraints is null)
        {
            throw StepFailedException.Client(
                "There is no previous baseline of data quality: no approved version of the group has DriftCheckBaselines "
                    + "and none is supplied. For the first run set SkipCheck and RegisterNewBaseline to true."
            );
        }
    }

    private static string? Supplied(StepRun run, string key) =>
        run.Values.Resolve(run.Step.Json[key]) is JsonValue value ? value.ToString() : null;
}
