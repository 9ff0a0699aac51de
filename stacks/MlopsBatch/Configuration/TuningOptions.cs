using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>How hyperparameters are tuned (SageMaker takes up to 500 jobs, 100 at a time, and 30 ranges).</summary>
public sealed record TuningOptions
{
    /// <summary><c>validation:METRIC</c>; left out, the model's metric.</summary>
    [
        AllowedValues(
            "validation:mse",
            "validation:rmse",
            "validation:mae",
            "validation:r2",
            "validation:f1",
            "validation:accuracy",
            "validation:auc"
        ),
        Example("validation:mse")
    ]
    public string? Objective { get; init; }

    /// <summary>Trials of a tuning in all.</summary>
    [Range(1, 500), Example("10")]
    public int MaxJobs { get; init; } = 10;

    /// <summary>Trials at the same time; not more than <c>maxJobs</c>.</summary>
    [Range(1, 100), Example("2")]
    public int MaxParallel { get; init; } = 2;

    /// <summary>
    /// Days that lie between the start of a tuning and of the next one that a quality violation starts, at least; a tuning that failed
    /// or was stopped counts, too. A violation before is told by mail and kept in the audit log; starting by hand is always possible.
    /// </summary>
    [Range(1, 365), Example("7")]
    public int CooldownDays { get; init; } = 7;

    /// <summary>What is searched; left out, tree depth, learning rate and number of trees.</summary>
    public IReadOnlyDictionary<string, TuningRange> Ranges { get; init; } = new Dictionary<string, TuningRange>();
}
