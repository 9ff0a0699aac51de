
namespace MlopsBatch.Pipelines.Names;

/// <summary>The keys of a registered model version's <c>CustomerMetadataProperties</c>: its lineage and its figures.</summary>
public static class MetadataKeys
{
    public const string Metric = "metric";
    public const string MetricValue = "metricValue";

    /// <summary>What the best answer without any feature would have reached on the same rows.</summary>
    public const string NaiveValue = "naiveValue";

    public const string Threshold = "threshold";

    /// <summary>The gain over the naive baseline with its interval, in words.</summary>
    public const string Comparison = "comparison";

    /// <summary>After a tuning: whether the tuned or the fixed hyperparameters were registered, in words.</summary>
    public const string Choice = "choice";

    /// <summary>After a tuning: how many trials, and their range on the validation rows, in words.</summary>
    public const string Trials = "trials";

    /// <summary>Of two classes, the one that f1, precision and recall speak of; <see cref="Nothing"/> otherwise.</summary>
    public const string PositiveClass = "positiveClass";

    /// <summary>What the steps noticed: a count and as many sentences as fit, or <see cref="Nothing"/>.</summary>
    public const string Warnings = "warnings";

    /// <summary>Stands where there is nothing to say: a metadata value can't be empty.</summary>
    public const string Nothing = "none";

    /// <summary>One line of <c>name=value</c> pairs, cut to what a metadata value may hold.</summary>
    public const string Hyperparameters = "hyperparameters";

    public const string ScriptsHash = "scriptsHash";
    public const string TrainingObjectKey = "trainingObjectKey";

    /// <summary><c>training</c> or <c>training-with-hpo</c>: see <see cref="PipelineKindExtensions.Slug"/>.</summary>
    public const string SourcePipeline = "sourcePipeline";

    public const string PipelineExecution = "pipelineExecution";
    public const string Commit = "commit";
    public const string Repository = "repository";

    /// <summary><see cref="ReviewRequired"/> on versions whose hyperparameters changed; <c>none</c>, or absent, on all others.</summary>
    public const string Review = "review";

    public const string ReviewRequired = "required";

    /// <summary>Set by people: where the review board's decision is written down.</summary>
    public const string ReviewReference = "reviewReference";
}
