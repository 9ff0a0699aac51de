using MlopsBatch.Pipelines.Scripts;

namespace MlopsBatch.Pipelines.Projects;

/// <summary>The search for better hyperparameters.</summary>
public sealed record HpoOptions
{
    /// <summary>What to optimise; must be of the project metric's problem type. Null: the project's metric.</summary>
    public Metric? Objective { get; init; }

    /// <summary>Trials in all, 1 to 500; with <see cref="HpoStrategy.Grid"/> the ranges decide.</summary>
    public int MaxJobs { get; init; } = 10;

    /// <summary>Trials at the same time, 1 to 100, not over <see cref="MaxJobs"/>.</summary>
    public int MaxParallel { get; init; } = 2;

    public HpoStrategy Strategy { get; init; } = HpoStrategy.Bayesian;

    /// <summary>Hyperparameter name to the values to search; 1 to 30 of them. Default: what the shipped scripts' contract says.</summary>
    public IReadOnlyDictionary<string, HpoRange> Ranges { get; init; } = ScriptContract.Shipped.SearchRanges;
}
