namespace MlopsBatch.Pipelines.Projects;

/// <summary>Finds what would make SageMaker refuse a project's tuning job.</summary>
internal static class HpoFaults
{
    public static bool IsReserved(string hyperparameter) =>
        hyperparameter.StartsWith("sagemaker_", StringComparison.Ordinal) || hyperparameter.StartsWith('_');

    public static IEnumerable<string> Find(ModelProject project)
    {
        var hpo = project.Hpo;
        if (hpo.Objective is { } objective && objective.ProblemType != project.Metric.ProblemType)
        {
            var allowed = Metric.All.Where(metric => metric.ProblemType == project.Metric.ProblemType);
            yield return $"Hpo.Objective: got \"{objective.ObjectiveName}\", needs one of "
                + $"{string.Join(", ", allowed.Select(metric => metric.ObjectiveName))}, "
                + $"because the project's metric is {project.Metric}";
        }

        if (hpo.MaxJobs is < 1 or > 500)
        {
            yield return $"Hpo.MaxJobs: got {hpo.MaxJobs}, needs 1 to 500";
        }

        if (hpo.MaxParallel is < 1 or > 100 || hpo.MaxParallel > hpo.MaxJobs)
        {
            yield return $"Hpo.MaxParallel: got {hpo.MaxParallel}, needs 1 to 100 and not more than MaxJobs ({hpo.MaxJobs})";
        }

        if (hpo.Ranges.Count is < 1 or > 30)
        {
            yield return $"Hpo.Ranges: got {hpo.Ranges.Count}, needs 1 to 30";
        }

        foreach (var (name, range) in hpo.Ranges)
        {
            if (Fault(name, range) is { } needs)
            {
                yield return $"Hpo.Ranges.{name}: {needs}";
            }

            if (hpo.Strategy == HpoStrategy.Grid && range is not HpoRange.Categorical)
            {
                yield return $"Hpo.Ranges.{name}: the strategy Grid takes categorical ranges only";
            }
        }
    }

    private static string? Fault(string name, HpoRange range) =>
        range switch
        {
            _ when IsReserved(name) => "names that start with sagemaker_ or _ belong to SageMaker",
            HpoRange.Integer { Min: var min, Max: var max } when min >= max => $"got {min} to {max}, needs a minimum below the maximum",
            HpoRange.Continuous { Min: var min, Max: var max } when !(min < max) || !double.IsFinite(max - min) =>
                $"got {min} to {max}, needs a finite minimum below a finite maximum",
            HpoRange.Integer { Logarithmic: true, Min: <= 0 } or HpoRange.Continuous { Logarithmic: true, Min: <= 0 } =>
                "a logarithmic scale needs a minimum above 0",
            HpoRange.Categorical { Values: var values }
                when values.Count is < 1 or > 30 || values.Distinct().Count() != values.Count || values.Any(value => value.Length > 256) =>
                $"got {values.Count} values, needs 1 to 30 different ones of up to 256 characters",
            _ => null,
        };
}
