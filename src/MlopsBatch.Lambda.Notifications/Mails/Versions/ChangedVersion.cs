using MlopsBatch.Aws;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Common.Text;
using MlopsBatch.Lambda.Notifications.Text;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.Notifications.Mails.Versions;

/// <summary>The version that an event is about, with what its mails say of it.</summary>
internal sealed record ChangedVersion(Arn Arn, string Group, int Number, ModelPackageDetail Detail, ModelSettings? Model)
{
    public string Name => Model?.Name ?? Group;

    public ReviewGate Gate { get; } = ModelReview.Gate(Model);

    public bool RequiresReview => Gate.RequireReview && ReviewGate.IsRequired(Detail.CustomerMetadata);

    public string? ReviewReference => Gate.Reference(Detail.CustomerMetadata, Detail.ApprovalDescription);

    /// <summary>Whether a decision was taken back: a new version has been modified when it was made.</summary>
    public bool IsReopened => Detail.ApprovalStatus == ApprovalStatuses.Pending && !IsNew;

    /// <summary>Whether the version was registered by this change; a pipeline may register it as rejected.</summary>
    public bool IsNew => Detail.Updated is null && (Detail.LastModifiedTime is null || Detail.LastModifiedTime == Detail.CreationTime);

    public MetricFigures? Metric => MetricFigures.Read(Detail.CustomerMetadata);

    public ConsoleLinks Links { get; } = new(Arn.Region);

    /// <summary>Null if the event doesn't name a version of a group.</summary>
    public static ChangedVersion? Find(ModelPackageDetail? detail, LambdaSettings settings) =>
        detail is { Version: > 0, GroupName.Length: > 0 } && PlainArn.TryParse(detail.Arn, out var arn) && arn.Service == "sagemaker"
            ? new ChangedVersion(arn, detail.GroupName, detail.Version.Value, detail, settings.ByPackageGroup(detail.GroupName))
            : null;

    /// <summary>Adds the figures that a decision needs.</summary>
    public void WriteFigures(MailText text) =>
        text.Row("Metric", Metric?.Long ?? "the version carries none")
            .Row("Naive baseline", Metric?.NaiveWords)
            .Row("Gain over it", Value(MetadataKeys.Comparison))
            .Row("Positive class", Value(MetadataKeys.PositiveClass))
            .Row("Tuning", Value(MetadataKeys.Choice))
            .Row("Trials", Value(MetadataKeys.Trials))
            .Row("Warnings", Value(MetadataKeys.Warnings));

    /// <summary>Adds where the version comes from.</summary>
    public void WriteLineage(MailText text)
    {
        text.Row("Hyperparameters", Value(MetadataKeys.Hyperparameters))
            .Row(
                "Made by",
                Value(MetadataKeys.SourcePipeline) switch
                {
                    "training-with-hpo" => "training with hyperparameter optimisation",
                    { } source => source,
                    null => null,
                }
            )
            .Row("Execution", Value(MetadataKeys.PipelineExecution) ?? Detail.MetadataProperties?.GeneratedBy)
            .Row("Training data", TrainingData())
            .Row(
                "Commit",
                Joined(
                    Value(MetadataKeys.Commit) ?? Detail.MetadataProperties?.CommitId,
                    Value(MetadataKeys.Repository) ?? Detail.MetadataProperties?.Repository
                )
            )
            .Row("Scripts", Value(MetadataKeys.ScriptsHash))
            .Row("Registered", Figures.Time(Detail.CreationTime))
            .Row("ARN", Arn.ToString())
            .Row("Account", $"{Arn.Account}, {Arn.Region}");

        string? TrainingData() =>
            Value(MetadataKeys.TrainingObjectKey) is not { } key ? null
            : Model is null ? key
            : $"s3://{Model.Bucket}/{key}";
    }

    private string? Value(string key) =>
        Detail.CustomerMetadata?.GetValueOrDefault(key) is { } value && !string.IsNullOrWhiteSpace(value) && value != MetadataKeys.Nothing
            ? value
            : null;

    private static string? Joined(string? commit, string? repository) =>
        commit is null ? null
        : repository is null ? commit
        : $"{commit} of {repository}";
}
