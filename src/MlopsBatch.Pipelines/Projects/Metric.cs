using System.Diagnostics.CodeAnalysis;

namespace MlopsBatch.Pipelines.Projects;

/// <summary>A measure of a model's quality, with the direction in which it improves.</summary>
public sealed record Metric
{
    /// <summary>What stands before a metric's name in the training log, and so in a tuning objective.</summary>
    public const string ObjectivePrefix = "validation:";

    public static readonly Metric Mse = new("mse", MetricDirection.LowerIsBetter, ProblemType.Regression);
    public static readonly Metric Rmse = new("rmse", MetricDirection.LowerIsBetter, ProblemType.Regression);
    public static readonly Metric Mae = new("mae", MetricDirection.LowerIsBetter, ProblemType.Regression);
    public static readonly Metric R2 = new("r2", MetricDirection.HigherIsBetter, ProblemType.Regression);
    public static readonly Metric F1 = new("f1", MetricDirection.HigherIsBetter, ProblemType.Classification);
    public static readonly Metric Accuracy = new("accuracy", MetricDirection.HigherIsBetter, ProblemType.Classification);
    public static readonly Metric Auc = new("auc", MetricDirection.HigherIsBetter, ProblemType.Classification);

    private Metric(string name, MetricDirection direction, ProblemType problemType) =>
        (Name, Direction, ProblemType) = (name, direction, problemType);

    /// <summary>Lower case, as in configuration, reports and metadata.</summary>
    public string Name { get; }

    public MetricDirection Direction { get; }

    public ProblemType ProblemType { get; }

    public static IReadOnlyList<Metric> All { get; } = [Mse, Rmse, Mae, R2, F1, Accuracy, Auc];

    /// <summary>The name under which SageMaker collects the metric from the training log: <c>validation:mse</c>.</summary>
    public string ObjectiveName => ObjectivePrefix + Name;

    /// <summary>Whether the value is good enough. NaN never is.</summary>
    public bool IsMet(double value, double threshold) =>
        Direction == MetricDirection.LowerIsBetter ? value <= threshold : value >= threshold;

    /// <summary>Finds a metric by its name (<c>mse</c>) or objective (<c>validation:mse</c>).</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Metric? metric)
    {
        metric = All.FirstOrDefault(candidate => text == candidate.Name || text == candidate.ObjectiveName);
        return metric is not null;
    }

    /// <exception cref="ArgumentException">There is no metric of that name.</exception>
    public static Metric Parse(string text) =>
        TryParse(text, out var metric)
            ? metric
            : throw new ArgumentException(
                $"Metric \"{text}\": needs one of {string.Join(", ", All.Select(known => known.Name))}."
            );

    public override string ToString() => Name;
}
