using MlopsBatch.Pipelines.Images;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Pipelines.Projects;

/// <summary>
/// Everything that the definitions of a model's three pipelines need. Plain values: a stack builds it when the names
/// and ARNs of its resources are known.
/// </summary>
public sealed record ModelProject
{
    /// <summary>The model's name: 1 to 40 lower-case letters, digits and single hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>The AWS region of the pipelines, such as <c>eu-west-1</c>.</summary>
    public required string Region { get; init; }

    public required string Bucket { get; init; }

    /// <summary>What stands before the model's name in every key; may be empty.</summary>
    public string BucketPrefix { get; init; } = "";

    /// <summary>Encrypts every output and volume.</summary>
    public required string KmsKeyArn { get; init; }

    /// <summary>The role that the jobs run with.</summary>
    public required string ExecutionRoleArn { get; init; }

    /// <summary>1 to 16.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>1 to 5.</summary>
    public required IReadOnlyList<string> SecurityGroupIds { get; init; }

    /// <summary>The registry group: its name, or its ARN where the registry is in another account.</summary>
    public required string ModelPackageGroup { get; init; }

    public required Lineage Lineage { get; init; }

    /// <summary>Version of the scikit-learn image: see <see cref="ImageUris.FrameworkVersions"/>.</summary>
    public string FrameworkVersion { get; init; } = "1.2-1";

    public Metric Metric { get; init; } = Metric.Mse;

    /// <summary>Default of the parameter <see cref="ParameterNames.MetricThreshold"/>, in the metric's unit.</summary>
    public required double MetricThreshold { get; init; }

    /// <summary>
    /// How sure it must be that a model beats the naive baseline on the same rows: the confidence of the interval that must lie
    /// above it; from 0.5 to 0.9999.
    /// </summary>
    public double MetricConfidence { get; init; } = 0.95;

    public DataFormat Data { get; init; } = new();

    /// <summary>The approved, fixed hyperparameters, as the training script's options get them.</summary>
    public IReadOnlyDictionary<string, string> Hyperparameters { get; init; } = new Dictionary<string, string>();

    public HpoOptions Hpo { get; init; } = new();

    public InstanceOptions Instances { get; init; } = new();

    public TimeLimits TimeLimits { get; init; } = new();

    public DataQualityEngine DataQualityEngine { get; init; } = DataQualityEngine.Script;

    /// <summary>Seed of the data split, the training and the tuning; 0 or more.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Put on every job and model.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Training input of an execution that names none (a schedule, a start by hand); null: all training data.</summary>
    public string? DefaultTrainingKey { get; init; }

    /// <summary>Inference input of an execution that names none; null: all inference data.</summary>
    public string? DefaultInferenceKey { get; init; }

    /// <summary>Where each of the model's objects lies.</summary>
    public S3Layout Layout => new(Bucket, BucketPrefix, Name);
}
