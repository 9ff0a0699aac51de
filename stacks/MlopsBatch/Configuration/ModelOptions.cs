using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Configuration;

/// <summary>One model project: what is trained, when, and how good it must be.</summary>
public sealed record ModelOptions
{
    /// <summary>Lower-case, because SageMaker lower-cases pipeline ARNs; it stands in every name of the model's resources.</summary>
    [
        Required,
        Pattern(
            "^(?=.{1,40}$)[a-z0-9](-?[a-z0-9])*$",
            "1 to 40 lower-case letters, digits or single hyphens between them",
            IsOwnName = true
        ),
        Example("abalone")
    ]
    public string Name { get; init; } = "";

    /// <summary>Name of the model package group; left out, made from the model's name.</summary>
    [Pattern("^(?=.{1,63}$)[a-zA-Z0-9](-*[a-zA-Z0-9])*$", "1 to 63 letters, digits or hyphens", IsOwnName = true), Example("abalone")]
    public string? ModelPackageGroup { get; init; }

    /// <summary>Names of the three pipelines; left out, made from the model's name.</summary>
    public PipelineNameOptions Pipelines { get; init; } = new();

    /// <summary>People who decide on versions of this model and hear of its drift.</summary>
    [Required, Count(1, 20), Pattern(Patterns.Mail, Patterns.MailNeeds), Example("ds@example.com")]
    public IReadOnlyList<string> Responsible { get; init; } = [];

    [Required, Example("{\"name\":\"mse\",\"threshold\":10}")]
    public MetricOptions Metric { get; init; } = new();

    /// <summary>Version of AWS's scikit-learn container.</summary>
    [AllowedValues("0.20.0", "0.23-1", "1.0-1", "1.2-1", "1.4-2-py312"), Example("1.2-1")]
    public string FrameworkVersion { get; init; } = "1.2-1";

    /// <summary>The label's column in the training data: <c>last</c>, <c>first</c>, a position from 0, or a name of the header.</summary>
    [Scalar, StringLength(128), Example("last")]
    public string Target { get; init; } = "last";

    /// <summary>Whether the CSV files begin with a header line.</summary>
    public bool Header { get; init; }

    /// <summary>Column that identifies a record (position or name). It is never a feature.</summary>
    [Scalar, StringLength(128), Example("0")]
    public string? RecordId { get; init; }

    /// <summary>Columns (positions or names) that are neither features nor anything else.</summary>
    [Scalar, Count(0, 100), StringLength(128), Example("[\"comment\"]")]
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>What stands for a missing value beside an empty field; the usual marks among numbers do anyway.</summary>
    [Scalar, Count(0, 20), StringLength(32), Example("[\"unknown\"]")]
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What stands between the columns of the CSV files: one character.</summary>
    [StringLength(1), Example(";")]
    public string Separator { get; init; } = ",";

    /// <summary>The decimal mark of the CSV files.</summary>
    [AllowedValues(".", ","), Example(".")]
    public string Decimal { get; init; } = ".";

    /// <summary>Folder of the step scripts, from the project's root.</summary>
    [Pattern("^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*$", "a relative folder with '/' between its parts"), Example("scripts")]
    public string Scripts { get; init; } = "scripts";

    /// <summary>The approved, fixed values that the training pipeline uses.</summary>
    [Scalar, StringLength(2500)]
    public IReadOnlyDictionary<string, string> Hyperparameters { get; init; } = new Dictionary<string, string>();

    public TuningOptions Hpo { get; init; } = new();

    public TriggersOptions Triggers { get; init; } = new();

    public SchedulesOptions Schedules { get; init; } = new();

    public DataQualityOptions DataQuality { get; init; } = new();

    public InstancesOptions Instances { get; init; } = new();

    /// <summary>Pins the version that is deployed, in place of the approved one with the highest number.</summary>
    [ArnOf(ArnKind.ModelVersion), Example("arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/1")]
    public string? ApprovedModelPackageArn { get; init; }

    /// <summary>What the model's CSV files look like.</summary>
    public DataFormat Format() =>
        new()
        {
            Target = Target,
            Header = Header,
            RecordId = string.IsNullOrEmpty(RecordId) ? null : RecordId,
            Exclude = Exclude,
            Missing = Missing,
            Separator = Separator,
            Decimal = Decimal,
            PositiveClass = string.IsNullOrEmpty(Metric.PositiveClass) ? null : Metric.PositiveClass,
        };
}
